package io.customer360.studio.rule;

import java.util.Optional;

/// How a value is compared. The key is the word in a segment's text.
public enum Operator {
  /// Is one of these values.
  IS("is", 1, Integer.MAX_VALUE),
  /// Is known and none of these values.
  IS_NOT("is_not", 1, Integer.MAX_VALUE),
  AT_LEAST("at_least", 1, 1),
  MORE_THAN("more_than", 1, 1),
  AT_MOST("at_most", 1, 1),
  LESS_THAN("less_than", 1, 1),
  /// Both ends belong to it.
  BETWEEN("between", 2, 2),
  /// Upper and lower case are alike.
  CONTAINS("contains", 1, 1),
  /// Upper and lower case are alike.
  STARTS_WITH("starts_with", 1, 1),
  /// There is a value.
  KNOWN("known", 0, 0),
  UNKNOWN("unknown", 0, 0);

  private final String key;
  private final int fewest;
  private final int most;

  Operator(String key, int fewest, int most) {
    this.key = key;
    this.fewest = fewest;
    this.most = most;
  }

  public String key() {
    return key;
  }

  /// Whether it takes this many values.
  public boolean takes(int values) {
    return values >= fewest && values <= most;
  }

  /// Greater or less, for which the values must have an order.
  public boolean isOrder() {
    return switch (this) {
      case AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, BETWEEN -> true;
      default -> false;
    };
  }

  public static Optional<Operator> of(String key) {
    for (Operator operator : values()) {
      if (operator.key.equals(key)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }
}

package io.customer360.studio.cluster.reading;

import io.customer360.lakehouse.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A range of one feature, in original units: above `low`, up to and including `high`.
///
/// @param low negative infinity when there is no lower bound
/// @param high positive infinity when there is no upper bound
public record Condition(String feature, double low, double high) {

  /// In words: `income > 70` or `20 < age <= 35`.
  public String words() {
    return words(feature);
  }

  /// The same with another name for the feature.
  String words(String name) {
    if (low == Double.NEGATIVE_INFINITY) {
      return name + " <= " + number(high);
    }
    return high == Double.POSITIVE_INFINITY
        ? name + " > " + number(low)
        : number(low) + " < " + name + " <= " + number(high);
  }

  /// As SQL.
  public String sql() {
    List<String> parts = new ArrayList<>();
    String name = feature.matches("[a-z_][a-z0-9_]*") ? feature : Sql.identifier(feature);
    if (low > Double.NEGATIVE_INFINITY) {
      parts.add(name + " > " + number(low));
    }
    if (high < Double.POSITIVE_INFINITY) {
      parts.add(name + " <= " + number(high));
    }
    return String.join(" and ", parts);
  }

  boolean holds(double value) {
    return value > low && value <= high;
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}

package io.customer360.studio.rule;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// An operator with its values.
public record Comparison(Operator operator, List<Value> values) {
  public Comparison {
    boolean folds = operator == Operator.CONTAINS || operator == Operator.STARTS_WITH;
    values = folds ? values.stream().map(Comparison::folded).toList() : List.copyOf(values);
    if (!operator.takes(values.size())) {
      throw RuleFault.of("'" + operator.key() + "' does not take " + values.size() + " values");
    }
  }

  private static Value folded(Value value) {
    return value instanceof Value.Text text
        ? new Value.Text(text.text().toLowerCase(Locale.ROOT))
        : value;
  }

  public static Comparison is(String... texts) {
    return new Comparison(Operator.IS, Arrays.stream(texts).<Value>map(Value.Text::new).toList());
  }

  public static Comparison of(Operator operator, double number) {
    return new Comparison(operator, List.of(Value.Number.of(number)));
  }

  public static Comparison of(Operator operator, Value... values) {
    return new Comparison(operator, List.of(values));
  }

  /// Whether a number passes; NaN passes `unknown` alone. Only for comparisons with numbers.
  public boolean holds(double number) {
    if (Double.isNaN(number)) {
      return operator == Operator.UNKNOWN;
    }
    return switch (operator) {
      case IS -> values.stream().anyMatch(value -> number == number(value));
      case IS_NOT -> values.stream().noneMatch(value -> number == number(value));
      case AT_LEAST -> number >= number(values.getFirst());
      case MORE_THAN -> number > number(values.getFirst());
      case AT_MOST -> number <= number(values.getFirst());
      case LESS_THAN -> number < number(values.getFirst());
      case BETWEEN -> number >= number(values.getFirst()) && number <= number(values.getLast());
      case KNOWN -> true;
      case UNKNOWN -> false;
      case CONTAINS, STARTS_WITH -> throw RuleFault.of("a number has no beginning");
    };
  }

  private static double number(Value value) {
    return switch (value) {
      case Value.Number n -> n.number().doubleValue();
      case Value.Truth t -> t.truth() ? 1 : 0;
      default -> throw RuleFault.of("a number is needed here");
    };
  }

  /// Whether this is a range nothing lies in, its end before its beginning.
  public boolean empty() {
    if (operator != Operator.BETWEEN) {
      return false;
    }
    Value from = values.getFirst();
    Value to = values.getLast();
    if (from instanceof Value.Number low && to instanceof Value.Number high) {
      return low.number().compareTo(high.number()) > 0;
    }
    if (from instanceof Value.Day first && to instanceof Value.Day last) {
      return first.day().isAfter(last.day());
    }
    return from instanceof Value.DaysAgo first
        && to instanceof Value.DaysAgo last
        && first.days() < last.days();
  }

  /// The same with every number multiplied by `factor`.
  public Comparison times(long factor) {
    return new Comparison(
        operator,
        values.stream()
            .map(
                value ->
                    value instanceof Value.Number n
                        ? new Value.Number(n.number().multiply(BigDecimal.valueOf(factor)))
                        : value)
            .toList());
  }
}

package io.customer360.studio.count;

import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Value;

/// A comparison of numbers made ready for millions of them: an interval, or a few values.
///
/// @param low smallest that passes
/// @param high largest that passes
/// @param some the values that pass, or with `except` those that do not; empty for an interval
/// @param unknown whether NaN passes, and nothing else
record NumberTest(double low, double high, double[] some, boolean except, boolean unknown) {
  private static final double[] NONE = {};

  static NumberTest of(Comparison comparison, java.util.function.ToDoubleFunction<Value> number) {
    double[] values = comparison.values().stream().mapToDouble(number).toArray();
    double all = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    return switch (comparison.operator()) {
      case AT_LEAST -> between(values[0], top);
      case MORE_THAN -> between(Math.nextUp(values[0]), top);
      case AT_MOST -> between(all, values[0]);
      case LESS_THAN -> between(all, Math.nextDown(values[0]));
      case BETWEEN -> between(values[0], values[1]);
      case KNOWN -> between(all, top);
      case UNKNOWN -> new NumberTest(0, 0, NONE, false, true);
      case IS ->
          values.length == 1
              ? between(values[0], values[0])
              : new NumberTest(all, top, values, false, false);
      case IS_NOT -> new NumberTest(all, top, values, true, false);
      case CONTAINS, STARTS_WITH ->
          throw new IllegalArgumentException("not a comparison of numbers: " + Operator.CONTAINS);
    };
  }

  private static NumberTest between(double low, double high) {
    return new NumberTest(low, high, NONE, false, false);
  }

  boolean passes(double value) {
    if (unknown) {
      return Double.isNaN(value);
    }
    if (!(value >= low && value <= high)) {
      return false;
    }
    if (some.length == 0) {
      return true;
    }
    for (double one : some) {
      if (value == one) {
        return !except;
      }
    }
    return except;
  }
}

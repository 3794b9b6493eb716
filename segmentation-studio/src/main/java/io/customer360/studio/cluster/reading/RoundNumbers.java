package io.customer360.studio.cluster.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers a person likes to read.
final class RoundNumbers {
  private RoundNumbers() {}

  /// The number with the fewest digits that is at least `low` and below `high`: a threshold that
  /// tells the two apart.
  static double between(double low, double high) {
    BigDecimal middle = BigDecimal.valueOf(low / 2 + high / 2);
    for (int digits = 1; digits <= 15; digits++) {
      double rounded = middle.round(new MathContext(digits, RoundingMode.HALF_EVEN)).doubleValue();
      if (rounded >= low && rounded < high) {
        return rounded;
      }
    }
    return low;
  }
}

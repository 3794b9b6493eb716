package io.customer360.studio.matrix;

/// What was found in a column as it was read.
///
/// @param missing cells with nothing in them
/// @param notANumber cells that say NaN
/// @param infinite cells that say infinity
/// @param minimum the least finite value, `NaN` when there is none
/// @param maximum the greatest finite value, `NaN` when there is none
/// @param skewness of the finite values (third standardised moment), 0 when they do not vary
public record ColumnFacts(
    String name,
    int missing,
    int notANumber,
    int infinite,
    double minimum,
    double maximum,
    double mean,
    double standardDeviation,
    double skewness) {

  /// Cells without a usable number.
  public int gaps() {
    return missing + notANumber + infinite;
  }

  public boolean constant() {
    return !(maximum > minimum);
  }

  static ColumnFacts of(String name, double[] column, int missing, int notANumber, int infinite) {
    double minimum = Double.POSITIVE_INFINITY;
    double maximum = Double.NEGATIVE_INFINITY;
    double sum = 0;
    int known = 0;
    for (double value : column) {
      // NaN stands for every kind of gap by now.
      if (!Double.isNaN(value)) {
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
        sum += value;
        known++;
      }
    }
    if (known == 0) {
      return new ColumnFacts(
          name, missing, notANumber, infinite, Double.NaN, Double.NaN, Double.NaN, 0, 0);
    }
    double mean = sum / known;
    double second = 0;
    double third = 0;
    for (double value : column) {
      if (!Double.isNaN(value)) {
        double away = value - mean;
        second += away * away;
        third += away * away * away;
      }
    }
    double deviation = Math.sqrt(second / known);
    double skewness =
        maximum > minimum && deviation > 0
            ? third / known / (deviation * deviation * deviation)
            : 0;
    return new ColumnFacts(
        name, missing, notANumber, infinite, minimum, maximum, mean, deviation, skewness);
  }
}

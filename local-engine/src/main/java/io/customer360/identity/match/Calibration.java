package io.customer360.identity.match;

import java.util.Arrays;
import java.util.List;

/// What judged pairs teach a model: how much more or less each comparison says than was learned
/// unsupervised. A pair's weight becomes `start + shift + sum of factor x weight`.
///
/// @param shift in bits, added to the prior's weight
/// @param factors by comparison, at least 0; 1 leaves it as it was learned
public record Calibration(double shift, List<Double> factors) {
  /// Copies the list.
  public Calibration {
    factors = List.copyOf(factors);
  }

  /// Nothing taught.
  public static Calibration none(int comparisons) {
    Double[] ones = new Double[comparisons];
    Arrays.fill(ones, 1.0);
    return new Calibration(0, List.of(ones));
  }

  boolean isNone() {
    return shift == 0 && factors.stream().allMatch(factor -> factor == 1);
  }
}

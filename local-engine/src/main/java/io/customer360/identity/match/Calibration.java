package io.customer360.identity.match;

import java.util.Collections;
import java.util.List;

/// What judged pairs teach a model: how much more or less each comparison says than was learned
/// unsupervised. A pair's weight becomes `start + shift + sum of factor x weight`.
///
/// @param shift in bits, added to the prior's weight
/// @param agree by comparison the factor of a weight above 0, at least 0; 1 leaves it as it was
/// @param differ by comparison the factor of a weight below 0
public record Calibration(double shift, List<Double> agree, List<Double> differ) {
  /// Copies the lists.
  public Calibration {
    agree = List.copyOf(agree);
    differ = List.copyOf(differ);
  }

  /// Nothing taught.
  public static Calibration none(int comparisons) {
    List<Double> ones = Collections.nCopies(comparisons, 1.0);
    return new Calibration(0, ones, ones);
  }

  /// The weight of one comparison as it was taught.
  public double taught(int comparison, double weight) {
    return weight * (weight > 0 ? agree : differ).get(comparison);
  }
}

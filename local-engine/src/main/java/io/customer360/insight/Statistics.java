package io.customer360.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Tests of shifts and the control of false findings.
final class Statistics {
  private Statistics() {}

  /// Two-sided p-value of the difference of two proportions (pooled z-test).
  static double twoProportions(double hits, double of, double hitsBefore, double ofBefore) {
    if (of <= 0 || ofBefore <= 0) {
      return 1;
    }
    double pooled = (hits + hitsBefore) / (of + ofBefore);
    double error = Math.sqrt(pooled * (1 - pooled) * (1 / of + 1 / ofBefore));
    return error == 0 ? 1 : twoSided((hits / of - hitsBefore / ofBefore) / error);
  }

  static double twoSided(double z) {
    return Math.clamp(complementaryError(Math.abs(z) / Math.sqrt(2)), 0, 1);
  }

  /// erfc for x >= 0; Abramowitz and Stegun 7.1.26, error below 1.5e-7.
  private static double complementaryError(double x) {
    double t = 1 / (1 + 0.3275911 * x);
    double poly =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return poly * Math.exp(-x * x);
  }

  /// Benjamini and Hochberg (1995): which of the p-values are kept at this false discovery rate.
  static List<Boolean> keep(List<Double> pValues, double rate) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < pValues.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(pValues::get));
    int last = -1;
    for (int rank = 0; rank < order.size(); rank++) {
      if (pValues.get(order.get(rank)) <= rate * (rank + 1) / pValues.size()) {
        last = rank;
      }
    }
    List<Boolean> kept = new ArrayList<>();
    for (int i = 0; i < pValues.size(); i++) {
      kept.add(order.indexOf(i) <= last);
    }
    return kept;
  }
}

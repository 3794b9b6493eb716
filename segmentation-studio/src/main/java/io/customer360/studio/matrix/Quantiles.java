package io.customer360.studio.matrix;

import java.util.Arrays;

/// Quantiles by linear interpolation between order statistics (Hyndman and Fan, type 7).
public final class Quantiles {
  private Quantiles() {}

  /// The median; `values` is not changed.
  public static double median(double[] values) {
    return of(values, 0.5);
  }

  /// @param values at least one, no `NaN`; not changed
  /// @param share 0 to 1
  public static double of(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, share);
  }

  /// Of values in ascending order.
  public static double ofSorted(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}

package io.customer360.studio.cluster.density;

/// The knee of a rising curve: where it lies farthest below the line from its first to its last
/// point (Satopää et al. 2011, without smoothing).
final class Knee {
  private Knee() {}

  /// The value at the knee of ascending values; the least positive value above 0 when the knee is
  /// at 0, and 1 when all are 0.
  static double of(double[] ascending) {
    int n = ascending.length;
    double first = ascending[0];
    double last = ascending[n - 1];
    int knee = n - 1;
    double farthest = 0;
    for (int i = 0; i < n; i++) {
      double line = first + (last - first) * i / Math.max(1, n - 1);
      double below = line - ascending[i];
      if (below > farthest) {
        farthest = below;
        knee = i;
      }
    }
    for (int i = knee; i < n; i++) {
      if (ascending[i] > 0) {
        return ascending[i];
      }
    }
    return 1;
  }
}

package io.customer360.studio.cluster.kernel;

/// Centres laid out for [DistanceKernel#nearest].
///
/// With centres taken relative to an origin `m` (the mean of the data), `|x - c|² = |x - m|² +
/// |c'|² + 2 m·c' - 2 x·c'` where `c' = c - m`. The first term is the same for every centre, the
/// next two are constants, so the rows need not be moved, and data far from zero loses no digits to
/// cancellation.
public final class CentreTable {
  private final int count;
  private final int width;

  /// `-2 c'`, coordinate by coordinate: entry `j * count + q` is coordinate j of centre q.
  private final double[] factors;

  /// `|c'|² + 2 m·c'` of each centre.
  private final double[] constants;

  /// @param centres `k` points of `d` coordinates
  /// @param origin `d` coordinates
  public CentreTable(double[][] centres, double[] origin) {
    count = centres.length;
    width = origin.length;
    factors = new double[count * width];
    constants = new double[count];
    for (int q = 0; q < count; q++) {
      double constant = 0;
      for (int j = 0; j < width; j++) {
        double shifted = centres[q][j] - origin[j];
        factors[j * count + q] = -2 * shifted;
        constant += shifted * (shifted + 2 * origin[j]);
      }
      constants[q] = constant;
    }
  }

  /// How many centres.
  public int count() {
    return count;
  }

  int width() {
    return width;
  }

  double[] factors() {
    return factors;
  }

  double[] constants() {
    return constants;
  }
}

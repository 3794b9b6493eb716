package io.customer360.studio.cluster;

import java.util.SplittableRandom;

/// Made rows for tests.
public final class Points {
  private Points() {}

  /// Normal clusters around random centres, columns.
  public static double[][] clusters(int rows, int d, int k, double spread, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] centres = new double[k][d];
    for (double[] centre : centres) {
      for (int j = 0; j < d; j++) {
        centre[j] = 4 * random.nextGaussian();
      }
    }
    double[][] columns = new double[d][rows];
    for (int i = 0; i < rows; i++) {
      double[] centre = centres[random.nextInt(k)];
      for (int j = 0; j < d; j++) {
        columns[j][i] = centre[j] + spread * random.nextGaussian();
      }
    }
    return columns;
  }

  public static double distance(double[][] columns, int a, int b) {
    double sum = 0;
    for (double[] column : columns) {
      sum += (column[a] - column[b]) * (column[a] - column[b]);
    }
    return Math.sqrt(sum);
  }
}

package io.customer360.studio.cluster.kernel;

import java.util.Arrays;

/// Plain loops over short stretches of columns, which the just-in-time compiler vectorises. For
/// virtual machines without the Vector API, and the second opinion in tests.
public final class ScalarKernel implements DistanceKernel {
  /// Rows at a time: the running sums of a stretch stay in the first-level cache.
  private static final int STRETCH = 512;

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public void nearest(
      double[][] columns,
      int from,
      int length,
      CentreTable centres,
      int[] nearest,
      double[] scratch) {
    double[] sums = new double[STRETCH];
    int count = centres.count();
    Arrays.fill(scratch, 0, length, Double.POSITIVE_INFINITY);
    for (int start = 0; start < length; start += STRETCH) {
      int rows = Math.min(STRETCH, length - start);
      for (int q = 0; q < count; q++) {
        Arrays.fill(sums, 0, rows, centres.constants()[q]);
        double[] factors = centres.factors();
        int j = 0;
        for (; j + 4 <= columns.length; j += 4) {
          addFour(
              sums,
              columns[j],
              columns[j + 1],
              columns[j + 2],
              columns[j + 3],
              from + start,
              rows,
              factors[j * count + q],
              factors[(j + 1) * count + q],
              factors[(j + 2) * count + q],
              factors[(j + 3) * count + q]);
        }
        for (; j < columns.length; j++) {
          addOne(sums, columns[j], from + start, rows, factors[j * count + q]);
        }
        for (int i = 0; i < rows; i++) {
          if (sums[i] < scratch[start + i]) {
            scratch[start + i] = sums[i];
            nearest[start + i] = q;
          }
        }
      }
    }
  }

  private static void addFour(
      double[] sums,
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      int at,
      int rows,
      double fa,
      double fb,
      double fc,
      double fd) {
    for (int i = 0; i < rows; i++) {
      double sum = Math.fma(a[at + i], fa, sums[i]);
      sum = Math.fma(b[at + i], fb, sum);
      sum = Math.fma(c[at + i], fc, sum);
      sums[i] = Math.fma(d[at + i], fd, sum);
    }
  }

  private static void addOne(double[] sums, double[] column, int at, int rows, double factor) {
    for (int i = 0; i < rows; i++) {
      sums[i] = Math.fma(column[at + i], factor, sums[i]);
    }
  }

  @Override
  public void squared(double[][] columns, int from, int length, double[] point, double[] out) {
    Arrays.fill(out, 0, length, 0);
    for (int j = 0; j < columns.length; j++) {
      addSquares(out, columns[j], from, length, point[j]);
    }
  }

  private static void addSquares(double[] out, double[] column, int at, int rows, double value) {
    for (int i = 0; i < rows; i++) {
      double away = column[at + i] - value;
      out[i] = Math.fma(away, away, out[i]);
    }
  }
}

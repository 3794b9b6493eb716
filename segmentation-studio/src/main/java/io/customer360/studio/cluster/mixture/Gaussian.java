package io.customer360.studio.cluster.mixture;

import java.util.Arrays;

/// One component, ready to be evaluated: the inverse of the Cholesky factor of its covariance.
final class Gaussian {
  private final double[] mean;

  /// Lower triangular: row r has entries 0 to r; for a diagonal one only entry r.
  private final double[][] whitening;

  private final boolean full;

  /// Logarithm of weight and density at the mean.
  private final double constant;

  /// @param covariance positive definite
  Gaussian(double weight, double[] mean, double[][] covariance, boolean full) {
    this.mean = mean;
    this.full = full;
    int d = mean.length;
    whitening = new double[d][];
    double logDeterminant = 0;
    if (full) {
      double[][] factor = cholesky(covariance);
      for (int r = 0; r < d; r++) {
        whitening[r] = new double[r + 1];
        logDeterminant += Math.log(factor[r][r]);
      }
      invert(factor);
    } else {
      for (int r = 0; r < d; r++) {
        double deviation = Math.sqrt(covariance[r][r]);
        whitening[r] = new double[] {1 / deviation};
        logDeterminant += Math.log(deviation);
      }
    }
    constant = Math.log(weight) - logDeterminant - d / 2.0 * Math.log(2 * Math.PI);
  }

  private static double[][] cholesky(double[][] a) {
    int d = a.length;
    double[][] l = new double[d][d];
    for (int r = 0; r < d; r++) {
      for (int c = 0; c <= r; c++) {
        double sum = a[r][c];
        for (int i = 0; i < c; i++) {
          sum -= l[r][i] * l[c][i];
        }
        // Rounding may leave a variance of nearly nothing below nothing.
        l[r][c] = r == c ? Math.sqrt(Math.max(sum, 1e-300)) : sum / l[c][c];
      }
    }
    return l;
  }

  private void invert(double[][] l) {
    int d = l.length;
    for (int c = 0; c < d; c++) {
      whitening[c][c] = 1 / l[c][c];
      for (int r = c + 1; r < d; r++) {
        double sum = 0;
        for (int i = c; i < r; i++) {
          sum -= l[r][i] * whitening[i][c];
        }
        whitening[r][c] = sum / l[r][r];
      }
    }
  }

  /// Logarithm of weight times density of rows `from` to `from + length`.
  void logDensity(double[][] columns, int from, int length, double[] out, double[] scratch) {
    Arrays.fill(out, 0, length, 0);
    for (int r = 0; r < mean.length; r++) {
      Arrays.fill(scratch, 0, length, 0);
      if (full) {
        for (int c = 0; c <= r; c++) {
          add(scratch, columns[c], from, length, mean[c], whitening[r][c]);
        }
      } else {
        add(scratch, columns[r], from, length, mean[r], whitening[r][0]);
      }
      for (int i = 0; i < length; i++) {
        out[i] += scratch[i] * scratch[i];
      }
    }
    for (int i = 0; i < length; i++) {
      out[i] = constant - out[i] / 2;
    }
  }

  private static void add(
      double[] out, double[] column, int from, int length, double mean, double factor) {
    for (int i = 0; i < length; i++) {
      out[i] += (column[from + i] - mean) * factor;
    }
  }
}

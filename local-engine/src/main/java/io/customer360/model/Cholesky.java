package io.customer360.model;

/// Symmetric positive definite matrices, small ones.
final class Cholesky {
  private Cholesky() {}

  /// Lower triangular `L` with `L L' = matrix`. A direction with nothing in it stays 0.
  static double[][] factor(double[][] matrix) {
    int d = matrix.length;
    double[][] lower = new double[d][d];
    for (int j = 0; j < d; j++) {
      double diagonal = matrix[j][j];
      for (int k = 0; k < j; k++) {
        diagonal -= lower[j][k] * lower[j][k];
      }
      if (diagonal <= 0) {
        continue;
      }
      lower[j][j] = Math.sqrt(diagonal);
      for (int i = j + 1; i < d; i++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = sum / lower[j][j];
      }
    }
    return lower;
  }

  /// `x` with `matrix x = right`; only the lower triangle is read.
  static double[] solve(double[][] matrix, double[] right) {
    return solveFactored(factor(matrix), right);
  }

  /// `x` with `lower lower' x = right`.
  static double[] solveFactored(double[][] lower, double[] right) {
    int d = lower.length;
    double[] x = new double[d];
    for (int i = 0; i < d; i++) {
      double sum = right[i];
      for (int k = 0; k < i; k++) {
        sum -= lower[i][k] * x[k];
      }
      x[i] = lower[i][i] == 0 ? 0 : sum / lower[i][i];
    }
    for (int i = d - 1; i >= 0; i--) {
      double sum = x[i];
      for (int k = i + 1; k < d; k++) {
        sum -= lower[k][i] * x[k];
      }
      x[i] = lower[i][i] == 0 ? 0 : sum / lower[i][i];
    }
    return x;
  }

  static double[][] inverse(double[][] matrix) {
    int d = matrix.length;
    double[][] lower = factor(matrix);
    double[][] inverse = new double[d][d];
    for (int c = 0; c < d; c++) {
      double[] y = new double[d];
      for (int i = 0; i < d; i++) {
        double sum = i == c ? 1 : 0;
        for (int k = 0; k < i; k++) {
          sum -= lower[i][k] * y[k];
        }
        y[i] = sum / lower[i][i];
      }
      for (int i = d - 1; i >= 0; i--) {
        double sum = y[i];
        for (int k = i + 1; k < d; k++) {
          sum -= lower[k][i] * inverse[k][c];
        }
        inverse[i][c] = sum / lower[i][i];
      }
    }
    return inverse;
  }
}

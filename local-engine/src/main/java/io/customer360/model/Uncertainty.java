package io.customer360.model;

/// How far the weights of a fitted logistic regression could be off, and so the log-odds of any
/// customer: the sandwich estimate `H^-1 B H^-1`, where `H` is the curvature of the penalised
/// likelihood and `B` sums the squared scores of whole customers. A customer seen on several days
/// counts as one witness.
///
/// @param root lower triangular `L` with `L L' = H^-1 B H^-1`; the bias is the last input
record Uncertainty(double[][] root) {
  private static final int BLOCK = 4096;

  static Uncertainty of(
      double[][] prepared, boolean[] labels, int[] groups, double[] logOdds, double cost) {
    int d = prepared.length + 1;
    int n = labels.length;
    double[][] curvature = new double[d][d];
    for (int j = 0; j < d; j++) {
      curvature[j][j] = 1 / cost;
    }
    int customers = 0;
    for (int group : groups) {
      customers = Math.max(customers, group + 1);
    }
    double[][] scores = new double[customers][];
    double[] x = new double[d];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d - 1; j++) {
        x[j] = prepared[j][i];
      }
      x[d - 1] = 1;
      double p = Calibration.sigmoid(logOdds[i]);
      double weight = p * (1 - p);
      double error = (labels[i] ? 1 : 0) - p;
      double[] score = scores[groups[i]];
      if (score == null) {
        score = new double[d];
        scores[groups[i]] = score;
      }
      for (int j = 0; j < d; j++) {
        double pull = weight * x[j];
        score[j] += error * x[j];
        for (int k = 0; k <= j; k++) {
          curvature[j][k] += pull * x[k];
        }
      }
    }
    double[][] spread = new double[d][d];
    for (double[] score : scores) {
      if (score != null) {
        for (int j = 0; j < d; j++) {
          for (int k = 0; k <= j; k++) {
            spread[j][k] += score[j] * score[k];
          }
        }
      }
    }
    mirror(curvature);
    mirror(spread);
    double[][] inverse = Cholesky.inverse(curvature);
    double[][] covariance = multiply(multiply(inverse, spread), inverse);
    double trace = 0;
    for (int j = 0; j < d; j++) {
      trace += covariance[j][j];
    }
    for (int j = 0; j < d; j++) {
      covariance[j][j] += 1e-12 * (1 + trace);
    }
    return new Uncertainty(Cholesky.factor(covariance));
  }

  /// The standard error of the log-odds of each row.
  double[] standardErrors(double[][] prepared, int rows) {
    int d = root.length;
    double[] variance = new double[rows];
    double[] sum = new double[BLOCK];
    for (int from = 0; from < rows; from += BLOCK) {
      int size = Math.min(BLOCK, rows - from);
      for (int k = 0; k < d; k++) {
        double bias = root[d - 1][k];
        for (int i = 0; i < size; i++) {
          sum[i] = bias;
        }
        for (int j = k; j < d - 1; j++) {
          double factor = root[j][k];
          double[] column = prepared[j];
          for (int i = 0; i < size; i++) {
            sum[i] += factor * column[from + i];
          }
        }
        for (int i = 0; i < size; i++) {
          variance[from + i] += sum[i] * sum[i];
        }
      }
    }
    for (int i = 0; i < rows; i++) {
      variance[i] = Math.sqrt(variance[i]);
    }
    return variance;
  }

  private static void mirror(double[][] lower) {
    for (int j = 0; j < lower.length; j++) {
      for (int k = 0; k < j; k++) {
        lower[k][j] = lower[j][k];
      }
    }
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    int d = a.length;
    double[][] product = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        double factor = a[i][k];
        for (int j = 0; j < d; j++) {
          product[i][j] += factor * b[k][j];
        }
      }
    }
    return product;
  }
}

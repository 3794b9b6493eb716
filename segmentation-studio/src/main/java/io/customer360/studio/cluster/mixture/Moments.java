package io.customer360.studio.cluster.mixture;

/// Weighted sums of rows for one component, about a point near its mean, so that squares lose no
/// digits.
final class Moments {
  private final int d;
  private final boolean full;
  double weight;
  final double[] first;

  /// Lower triangle row by row, or the diagonal.
  final double[] second;

  Moments(int d, boolean full) {
    this.d = d;
    this.full = full;
    first = new double[d];
    second = new double[full ? d * (d + 1) / 2 : d];
  }

  /// Adds rows `from` to `from + length` with the weights of places 0 to `length`.
  ///
  /// @param room one array a column
  void add(
      double[][] columns, int from, int length, double[] weights, double[] about, double[][] room) {
    weight = sum(weights, length);
    for (int j = 0; j < d; j++) {
      centre(columns[j], from, length, about[j], room[j]);
    }
    double[] weighted = room[d];
    for (int r = 0; r < d; r++) {
      double[] column = room[r];
      for (int i = 0; i < length; i++) {
        weighted[i] = weights[i] * column[i];
      }
      first[r] = sum(weighted, length);
      if (full) {
        for (int c = 0; c <= r; c++) {
          second[r * (r + 1) / 2 + c] = dot(weighted, room[c], length);
        }
      } else {
        second[r] = dot(weighted, column, length);
      }
    }
  }

  private static void centre(double[] column, int from, int length, double about, double[] out) {
    for (int i = 0; i < length; i++) {
      out[i] = column[from + i] - about;
    }
  }

  private static double sum(double[] values, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      s0 += values[i];
      s1 += values[i + 1];
      s2 += values[i + 2];
      s3 += values[i + 3];
    }
    for (; i < length; i++) {
      s0 += values[i];
    }
    return s0 + s1 + s2 + s3;
  }

  private static double dot(double[] a, double[] b, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < length; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + s2 + s3;
  }

  /// Adds another's sums.
  void merge(Moments other) {
    weight += other.weight;
    for (int j = 0; j < first.length; j++) {
      first[j] += other.first[j];
    }
    for (int j = 0; j < second.length; j++) {
      second[j] += other.second[j];
    }
  }

  double[] mean(double[] about) {
    double[] mean = new double[d];
    for (int j = 0; j < d; j++) {
      mean[j] = about[j] + first[j] / weight;
    }
    return mean;
  }

  double[][] covariance(double ridge) {
    double[][] covariance = new double[d][d];
    for (int r = 0; r < d; r++) {
      double meanR = first[r] / weight;
      if (full) {
        for (int c = 0; c <= r; c++) {
          double value = second[r * (r + 1) / 2 + c] / weight - meanR * first[c] / weight;
          covariance[r][c] = value;
          covariance[c][r] = value;
        }
        covariance[r][r] = Math.max(covariance[r][r], 0) + ridge;
      } else {
        covariance[r][r] = Math.max(second[r] / weight - meanR * meanR, 0) + ridge;
      }
    }
    return covariance;
  }
}

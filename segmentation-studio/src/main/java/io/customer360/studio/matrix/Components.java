package io.customer360.studio.matrix;

import java.util.Arrays;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;

/// Principal components: the directions in which columns vary most, from the eigenvectors of their
/// covariance.
///
/// @param means of the columns
/// @param axes one unit vector a component, strongest first, in columns; its entry of largest
///     amount is positive, so that a sign is no accident
/// @param explained share of the variance each component carries
public record Components(double[] means, double[][] axes, double[] explained) {

  /// All components of columns without gaps.
  public static Components of(double[][] columns, int rows) {
    int d = columns.length;
    double[] means = new double[d];
    for (int c = 0; c < d; c++) {
      double sum = 0;
      for (double value : columns[c]) {
        sum += value;
      }
      means[c] = sum / rows;
    }
    double[][] covariance = covariance(columns, means, rows);
    DenseMatrix.EigenDecomposition found =
        DenseMatrix.createDenseMatrix(covariance)
            .eigenDecomposition()
            .orElseThrow(() -> new IllegalStateException("covariance without eigenvalues"));
    double[] values = found.eigenvalues().toArray();
    double total = Arrays.stream(values).map(value -> Math.max(0, value)).sum();
    double[][] axes = new double[d][];
    double[] explained = new double[d];
    for (int q = 0; q < d; q++) {
      DenseVector vector = found.getEigenVector(q);
      axes[q] = pointed(vector.toArray());
      explained[q] = total > 0 ? Math.max(0, values[q]) / total : 0;
    }
    return new Components(means, axes, explained);
  }

  /// The strongest: `wanted` below 1 is the share of the variance to reach, else how many.
  public Components strongest(double wanted) {
    int keep = 0;
    double reached = 0;
    while (keep < axes.length && (wanted < 1 ? reached < wanted : keep < wanted)) {
      reached += explained[keep++];
    }
    return new Components(means, Arrays.copyOf(axes, keep), Arrays.copyOf(explained, keep));
  }

  /// The coordinates of columns along the axes, one array a component.
  public double[][] project(double[][] columns, int rows) {
    double[][] out = new double[axes.length][rows];
    for (int q = 0; q < axes.length; q++) {
      double[] to = out[q];
      for (int c = 0; c < columns.length; c++) {
        double weight = axes[q][c];
        double mean = means[c];
        double[] from = columns[c];
        for (int i = 0; i < rows; i++) {
          to[i] += weight * (from[i] - mean);
        }
      }
    }
    return out;
  }

  private static double[] pointed(double[] axis) {
    int largest = 0;
    for (int c = 1; c < axis.length; c++) {
      // A margin, so that two entries of equal amount are not told apart by rounding.
      if (Math.abs(axis[c]) > Math.abs(axis[largest]) * (1 + 1e-9)) {
        largest = c;
      }
    }
    if (axis[largest] < 0) {
      for (int c = 0; c < axis.length; c++) {
        axis[c] = -axis[c];
      }
    }
    return axis;
  }

  private static double[][] covariance(double[][] columns, double[] means, int rows) {
    int d = columns.length;
    double[][] covariance = new double[d][d];
    for (int a = 0; a < d; a++) {
      for (int b = a; b < d; b++) {
        covariance[a][b] = product(columns[a], means[a], columns[b], means[b], rows) / rows;
        covariance[b][a] = covariance[a][b];
      }
    }
    return covariance;
  }

  /// Four running sums, so that the additions do not wait for each other.
  private static double product(double[] a, double meanA, double[] b, double meanB, int rows) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 4 <= rows; i += 4) {
      s0 += (a[i] - meanA) * (b[i] - meanB);
      s1 += (a[i + 1] - meanA) * (b[i + 1] - meanB);
      s2 += (a[i + 2] - meanA) * (b[i + 2] - meanB);
      s3 += (a[i + 3] - meanA) * (b[i + 3] - meanB);
    }
    for (; i < rows; i++) {
      s0 += (a[i] - meanA) * (b[i] - meanB);
    }
    return s0 + s1 + s2 + s3;
  }
}

package io.customer360.studio.cluster.reading;

import io.customer360.studio.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Means of clusters in original units, and how far from everybody's.
public final class Profiles {
  private Profiles() {}

  /// For each cluster the profile of each feature, in the matrix's order.
  public static List<List<FeatureProfile>> of(Matrix original, int[] labels, int k) {
    int d = original.width();
    double[][] mean = new double[k][d];
    double[][] deviation = new double[k][d];
    double[] everyMean = new double[d];
    double[] everyDeviation = new double[d];
    int rows = original.rows();
    int[] size = new int[k];
    for (int label : labels) {
      if (label >= 0) {
        size[label]++;
      }
    }
    // A feature is one thread's, so its sums are added in the order of the rows.
    IntStream.range(0, d)
        .parallel()
        .forEach(
            j -> {
              double[] column = original.columns()[j];
              double all = 0;
              double[] sums = new double[k];
              for (int i = 0; i < rows; i++) {
                all += column[i];
                if (labels[i] >= 0) {
                  sums[labels[i]] += column[i];
                }
              }
              everyMean[j] = all / rows;
              for (int q = 0; q < k; q++) {
                mean[q][j] = sums[q] / size[q];
              }
              double allSquares = 0;
              double[] squares = new double[k];
              for (int i = 0; i < rows; i++) {
                double away = column[i] - everyMean[j];
                allSquares += away * away;
                if (labels[i] >= 0) {
                  double within = column[i] - mean[labels[i]][j];
                  squares[labels[i]] += within * within;
                }
              }
              everyDeviation[j] = Math.sqrt(allSquares / rows);
              for (int q = 0; q < k; q++) {
                deviation[q][j] = Math.sqrt(squares[q] / size[q]);
              }
            });
    List<List<FeatureProfile>> profiles = new ArrayList<>();
    for (int q = 0; q < k; q++) {
      List<FeatureProfile> features = new ArrayList<>();
      for (int j = 0; j < d; j++) {
        double away = everyDeviation[j] > 0 ? (mean[q][j] - everyMean[j]) / everyDeviation[j] : 0;
        features.add(
            new FeatureProfile(original.names().get(j), mean[q][j], away, deviation[q][j]));
      }
      profiles.add(features);
    }
    return profiles;
  }
}

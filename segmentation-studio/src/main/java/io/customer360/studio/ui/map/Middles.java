package io.customer360.studio.ui.map;

import io.customer360.studio.cluster.reading.ClusterMap;
import io.customer360.studio.desk.Plane;

/// Where on the plane something is, for its label.
final class Middles {
  private static final int CELLS = 14;

  private Middles() {}

  /// Of each cluster: its mean among principal components; under t-SNE, which may show a cluster as
  /// several islands, the middle of its fullest place.
  static double[][] of(Plane plane, int clusters) {
    return plane.projection() == ClusterMap.Projection.TSNE
        ? fullest(plane, clusters)
        : means(plane, clusters);
  }

  /// Of some people.
  static double[] of(Plane plane, int[] some) {
    double[] sum = new double[2];
    for (int i : some) {
      sum[0] += plane.x()[i] / some.length;
      sum[1] += plane.y()[i] / some.length;
    }
    return sum;
  }

  private static double[][] means(Plane plane, int clusters) {
    double[][] sums = new double[clusters][3];
    for (int i = 0; i < plane.size(); i++) {
      int label = plane.labels()[i];
      if (label >= 0) {
        sums[label][0] += plane.x()[i];
        sums[label][1] += plane.y()[i];
        sums[label][2]++;
      }
    }
    for (double[] sum : sums) {
      sum[0] /= Math.max(1, sum[2]);
      sum[1] /= Math.max(1, sum[2]);
    }
    return sums;
  }

  private static double[][] fullest(Plane plane, int clusters) {
    PlaneScale scale = PlaneScale.of(plane);
    double[][][] cells = new double[clusters][CELLS * CELLS][3];
    for (int i = 0; i < plane.size(); i++) {
      int label = plane.labels()[i];
      if (label >= 0) {
        int column = cell(plane.x()[i], scale.lowX(), scale.highX());
        int row = cell(plane.y()[i], scale.lowY(), scale.highY());
        double[] sum = cells[label][row * CELLS + column];
        sum[0] += plane.x()[i];
        sum[1] += plane.y()[i];
        sum[2]++;
      }
    }
    double[][] middles = new double[clusters][2];
    for (int q = 0; q < clusters; q++) {
      double[] best = cells[q][0];
      for (double[] sum : cells[q]) {
        best = sum[2] > best[2] ? sum : best;
      }
      middles[q][0] = best[0] / Math.max(1, best[2]);
      middles[q][1] = best[1] / Math.max(1, best[2]);
    }
    return middles;
  }

  private static int cell(double value, double low, double high) {
    return (int) Math.clamp((value - low) / Math.max(1e-9, high - low) * CELLS, 0, CELLS - 1);
  }
}

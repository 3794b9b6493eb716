package io.customer360.studio.desk;

import io.customer360.studio.cluster.reading.ClusterMap;

/// People on a plane, so that a million of them take nine megabytes. The arrays are shared and only
/// to be read.
///
/// @param rows which of the clustered people these are, ascending
/// @param labels cluster of each, below 0 for none
/// @param neighboursKept the trustworthiness, 0 to 1, `NaN` where it was not measured
/// @param explained share of the variance both axes carry together; 0 for t-SNE
public record Plane(
    ClusterMap.Projection projection,
    int[] rows,
    float[] x,
    float[] y,
    short[] labels,
    double neighboursKept,
    double explained) {

  static Plane of(ClusterMap map) {
    int n = map.rows().length;
    float[] x = new float[n];
    float[] y = new float[n];
    short[] labels = new short[n];
    for (int i = 0; i < n; i++) {
      x[i] = (float) map.x()[i];
      y[i] = (float) map.y()[i];
      labels[i] = (short) map.labels()[i];
    }
    double explained = 0;
    for (double share : map.explained()) {
      explained += share;
    }
    return new Plane(map.projection(), map.rows(), x, y, labels, map.neighboursKept(), explained);
  }

  /// The same places, when the rows are places in `numbers`.
  Plane at(int[] numbers) {
    int[] next = new int[rows.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = numbers[rows[i]];
    }
    return new Plane(projection, next, x, y, labels, neighboursKept, explained);
  }

  /// How many people are on it.
  public int size() {
    return rows.length;
  }
}

package io.customer360.studio.cluster.reading;

import io.customer360.studio.matrix.Components;
import io.customer360.studio.matrix.Matrix;
import io.customer360.studio.matrix.Sampling;
import java.util.SplittableRandom;

/// Rows on a plane: the first two principal components of the prepared columns, found over up to
/// 100,000 rows; a sample is placed.
///
/// @param rows which rows these are, ascending
/// @param x first component
/// @param y second component, all 0 when there is one column
/// @param labels cluster of each, below 0 for none
/// @param explained share of the variance each axis carries
public record ClusterMap(int[] rows, double[] x, double[] y, int[] labels, double[] explained) {
  /// Points a screen can draw and an eye can take in.
  public static final int POINTS = 2_000;

  private static final int AXIS_ROWS = 100_000;

  /// @param points how many rows to place at most
  public static ClusterMap of(double[][] columns, int[] labels, int points, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] rows = Sampling.rows(labels.length, points, random);
    int[] some = Sampling.rows(labels.length, AXIS_ROWS, random);
    double[][] sample = some.length < labels.length ? Matrix.select(columns, some) : columns;
    Components axes = Components.of(sample, some.length).strongest(2);
    double[][] placed = axes.project(Matrix.select(columns, rows), rows.length);
    int[] of = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      of[i] = labels[rows[i]];
    }
    return new ClusterMap(
        rows,
        placed[0],
        placed.length > 1 ? placed[1] : new double[rows.length],
        of,
        axes.explained());
  }
}

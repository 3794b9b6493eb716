package io.customer360.studio.cluster.reading;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.embedding.Trustworthiness;
import io.customer360.studio.cluster.embedding.Tsne;
import io.customer360.studio.cluster.kernel.DistanceKernel;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.matrix.Components;
import io.customer360.studio.matrix.Matrix;
import io.customer360.studio.matrix.Sampling;
import java.util.SplittableRandom;

/// Rows on a plane: the first two principal components of the prepared columns, found over up to
/// 100,000 rows, or t-SNE of a sample.
///
/// @param rows which rows these are, ascending
/// @param x first component or coordinate
/// @param y second, all 0 when there is one column
/// @param labels cluster of each, below 0 for none
/// @param explained share of the variance each axis carries; empty for t-SNE, whose axes carry none
/// @param neighboursKept the trustworthiness, 0 to 1, `NaN` where it was not measured
public record ClusterMap(
    Projection projection,
    int[] rows,
    double[] x,
    double[] y,
    int[] labels,
    double[] explained,
    double neighboursKept) {

  /// How rows come to the plane.
  public enum Projection {
    /// Straight axes: what is far is far.
    PCA,
    /// What is near is near.
    TSNE
  }

  /// Points a screen can draw and an eye can take in.
  public static final int POINTS = 2_000;

  private static final int AXIS_ROWS = 100_000;

  /// Principal components.
  ///
  /// @param points how many rows to place at most
  public static ClusterMap of(double[][] columns, int[] labels, int points, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] rows = Sampling.rows(labels.length, points, random);
    int[] some = Sampling.rows(labels.length, AXIS_ROWS, random);
    double[][] sample = some.length < labels.length ? Matrix.select(columns, some) : columns;
    Components axes = Components.of(sample, some.length).strongest(2);
    double[][] placed =
        axes.project(
            rows.length < labels.length ? Matrix.select(columns, rows) : columns, rows.length);
    return new ClusterMap(
        Projection.PCA,
        rows,
        placed[0],
        placed.length > 1 ? placed[1] : new double[rows.length],
        select(labels, rows),
        axes.explained(),
        Double.NaN);
  }

  /// t-SNE of a sample; of fewer than 8 rows principal components.
  ///
  /// @param points how many rows to place at most, up to 10,000
  public static ClusterMap ofNeighbours(
      double[][] columns,
      int[] labels,
      int points,
      long seed,
      Workers workers,
      DistanceKernel kernel,
      Progress progress) {
    int[] rows =
        Sampling.rows(labels.length, Math.min(points, Tsne.MOST_ROWS), new SplittableRandom(seed));
    if (rows.length < Tsne.LEAST_ROWS) {
      return of(columns, labels, points, seed);
    }
    double[][] sample = Matrix.select(columns, rows);
    double[][] start = Components.of(sample, rows.length).strongest(2).project(sample, rows.length);
    double[][] placed =
        Tsne.place(sample, rows.length, start, seed, workers, kernel, progress.part(0, 0.95));
    double kept = Trustworthiness.of(sample, placed, rows.length, workers, kernel, progress);
    return new ClusterMap(
        Projection.TSNE, rows, placed[0], placed[1], select(labels, rows), new double[0], kept);
  }

  private static int[] select(int[] labels, int[] rows) {
    int[] of = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      of[i] = labels[rows[i]];
    }
    return of;
  }
}

package io.customer360.studio.cluster.quality;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.DistanceKernel;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.matrix.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Silhouettes (Rousseeuw 1987): for a row, `(b - a) / max(a, b)` with `a` the mean distance to the
/// other rows of its cluster and `b` the least mean distance to another cluster; 0 for a row that
/// is a cluster by itself. Never approximated by centres.
///
/// @param mean over the rows looked at
/// @param standardError of the mean as an estimate for all rows; 0 when exact
/// @param exact whether all rows were looked at
/// @param rows looked at, the numbers of the rows in cluster order
/// @param labels of those rows
/// @param values of those rows, -1 to 1
/// @param byCluster the mean of each cluster
public record Silhouette(
    double mean,
    double standardError,
    boolean exact,
    int[] rows,
    int[] labels,
    double[] values,
    double[] byCluster) {

  /// Up to this many rows every pair is measured.
  public static final int EXACT_ROWS = 10_000;

  /// Beyond, this many rows are drawn, and each is measured against the others drawn.
  public static final int SAMPLE_ROWS = 5_000;

  /// How it was measured, in words.
  public String method() {
    return exact
        ? "exact, every pair of rows"
        : "sample of "
            + rows.length
            + " rows drawn from the clusters in proportion (at least 50 of each), each measured"
            + " against the others drawn and weighted back";
  }

  /// @param labels a cluster from 0 to `k - 1`, or below 0 for rows of no cluster, which are left
  ///     out
  /// @param k at least 2
  public static Silhouette of(
      double[][] columns,
      int[] labels,
      int k,
      long seed,
      Workers workers,
      DistanceKernel kernel,
      Progress progress) {
    Groups all = Groups.of(labels, k);
    boolean exact = all.order().length <= EXACT_ROWS;
    int[] rows = exact ? all.order() : draw(all, new SplittableRandom(seed));
    int[] drawn = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      drawn[i] = labels[rows[i]];
    }
    // Drawn cluster after cluster, so a cluster is one stretch of columns.
    Groups groups = Groups.of(drawn, k);
    double[][] sample = Matrix.select(columns, rows);
    double[] values = new double[rows.length];
    int pieces = (rows.length + 63) / 64;
    workers.forEach(
        pieces,
        piece -> {
          progress.checkCancelled();
          double[] away = new double[Workers.BLOCK];
          int end = Math.min(rows.length, (piece + 1) * 64);
          for (int i = piece * 64; i < end; i++) {
            values[i] = value(sample, i, drawn[i], groups, kernel, away);
          }
        });
    return summary(all, groups, rows, drawn, values, exact);
  }

  private static double value(
      double[][] sample, int i, int own, Groups groups, DistanceKernel kernel, double[] away) {
    if (groups.size(own) < 2) {
      return 0;
    }
    double[] point = Matrix.row(sample, i);
    double a = 0;
    double b = Double.POSITIVE_INFINITY;
    for (int q = 0; q < groups.clusters(); q++) {
      int size = groups.size(q);
      if (size == 0) {
        continue;
      }
      double sum = 0;
      for (int from = groups.starts()[q]; from < groups.starts()[q + 1]; from += away.length) {
        int length = Math.min(away.length, groups.starts()[q + 1] - from);
        kernel.squared(sample, from, length, point, away);
        sum += rootSum(away, length);
      }
      if (q == own) {
        a = sum / (size - 1);
      } else {
        b = Math.min(b, sum / size);
      }
    }
    double larger = Math.max(a, b);
    return larger > 0 && larger < Double.POSITIVE_INFINITY ? (b - a) / larger : 0;
  }

  private static double rootSum(double[] squared, int length) {
    for (int i = 0; i < length; i++) {
      squared[i] = Math.sqrt(squared[i]);
    }
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      s0 += squared[i];
      s1 += squared[i + 1];
      s2 += squared[i + 2];
      s3 += squared[i + 3];
    }
    for (; i < length; i++) {
      s0 += squared[i];
    }
    return s0 + s1 + s2 + s3;
  }

  /// Rows of each cluster in proportion to its size, at least 50 or all it has.
  private static int[] draw(Groups all, SplittableRandom random) {
    int[] rows = new int[0];
    double share = (double) SAMPLE_ROWS / all.order().length;
    for (int q = 0; q < all.clusters(); q++) {
      int size = all.size(q);
      int wanted = Math.min(size, Math.max(50, (int) Math.round(size * share)));
      int[] places = io.customer360.studio.matrix.Sampling.rows(size, wanted, random);
      int before = rows.length;
      rows = Arrays.copyOf(rows, before + places.length);
      for (int i = 0; i < places.length; i++) {
        rows[before + i] = all.order()[all.starts()[q] + places[i]];
      }
    }
    return rows;
  }

  /// Each cluster counts by its size among all rows, however many of it were drawn.
  private static Silhouette summary(
      Groups all, Groups groups, int[] rows, int[] drawn, double[] values, boolean exact) {
    int k = groups.clusters();
    double[] byCluster = new double[k];
    double mean = 0;
    double variance = 0;
    for (int q = 0; q < k; q++) {
      int size = groups.size(q);
      if (size == 0) {
        continue;
      }
      double sum = 0;
      double squares = 0;
      for (int i = groups.starts()[q]; i < groups.starts()[q + 1]; i++) {
        sum += values[i];
        squares += values[i] * values[i];
      }
      byCluster[q] = sum / size;
      double weight = (double) all.size(q) / all.order().length;
      mean += weight * byCluster[q];
      if (size > 1) {
        double spread = Math.max(0, squares - sum * sum / size) / (size - 1);
        variance += weight * weight * spread / size * (1 - (double) size / all.size(q));
      }
    }
    return new Silhouette(mean, Math.sqrt(variance), exact, rows, drawn, values, byCluster);
  }
}

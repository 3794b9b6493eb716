package io.customer360.studio.cluster.embedding;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.DistanceKernel;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.matrix.Matrix;
import java.util.Arrays;

/// How far neighbours on a plane are neighbours in truth (Venna and Kaski 2001), 0 to 1: 1 when the
/// [#NEIGHBOURS] nearest on the plane of every row are its nearest in all columns, less by how far
/// down the true order an intruder stands.
public final class Trustworthiness {
  /// How many neighbours are looked at.
  public static final int NEIGHBOURS = 12;

  /// Rows that are asked; each is compared with all.
  private static final int ASKED = 1_500;

  private Trustworthiness() {}

  /// @param plane coordinates of the rows on the plane
  /// @return `NaN` for 25 rows or fewer, where the measure is not defined
  public static double of(
      double[][] columns,
      double[][] plane,
      int rows,
      Workers workers,
      DistanceKernel kernel,
      Progress progress) {
    int k = NEIGHBOURS;
    if (rows <= 2 * k + 1) {
      return Double.NaN;
    }
    int asked = Math.min(rows, ASKED);
    long[] intrusion = new long[asked];
    workers.forEach(
        (asked + 31) / 32,
        piece -> {
          progress.checkCancelled();
          double[] truth = new double[rows];
          double[] drawn = new double[rows];
          double[] block = new double[Workers.BLOCK];
          for (int a = piece * 32; a < Math.min(asked, (piece + 1) * 32); a++) {
            // Evenly over the rows.
            int row = (int) ((long) a * rows / asked);
            squared(columns, rows, row, kernel, block, truth);
            squared(plane, rows, row, kernel, block, drawn);
            truth[row] = Double.POSITIVE_INFINITY;
            for (int other : Nearest.of(drawn, row, k)) {
              intrusion[a] += Math.max(0, rank(truth, other) - k);
            }
          }
        });
    double sum = Arrays.stream(intrusion).sum();
    return 1 - 2.0 / ((double) asked * k * (2.0 * rows - 3.0 * k - 1)) * sum;
  }

  private static void squared(
      double[][] columns, int rows, int row, DistanceKernel kernel, double[] block, double[] out) {
    double[] point = Matrix.row(columns, row);
    for (int from = 0; from < rows; from += block.length) {
      int length = Math.min(block.length, rows - from);
      kernel.squared(columns, from, length, point, block);
      System.arraycopy(block, 0, out, from, length);
    }
  }

  /// 1 for the nearest.
  private static int rank(double[] away, int of) {
    double own = away[of];
    int nearer = 1;
    for (double other : away) {
      nearer += other < own ? 1 : 0;
    }
    return nearer;
  }
}

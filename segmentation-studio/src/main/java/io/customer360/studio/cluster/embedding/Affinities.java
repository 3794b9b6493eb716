package io.customer360.studio.cluster.embedding;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.DistanceKernel;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.matrix.Matrix;
import java.util.Arrays;

/// How near rows are to each other, as probabilities over pairs that sum to 1: a Gaussian around
/// each row, as wide as it takes to reach the perplexity, over its nearest rows; then the mean of
/// both directions. Only pairs of near rows are kept.
///
/// @param starts where each row's pairs begin; one more entry than rows
/// @param others the other row of each pair, ascending within a row
/// @param values the pair's probability
record Affinities(int[] starts, int[] others, double[] values) {
  private static final int MOST_HALVINGS = 60;

  /// @param perplexity how many neighbours count, below a third of the rows
  static Affinities of(
      double[][] columns,
      int rows,
      double perplexity,
      Workers workers,
      DistanceKernel kernel,
      Progress progress) {
    int near = Math.min(rows - 1, (int) Math.ceil(3 * perplexity));
    int[][] neighbours = new int[rows][];
    double[][] shares = new double[rows][];
    int pieces = (rows + 63) / 64;
    workers.forEach(
        pieces,
        piece -> {
          progress.checkCancelled();
          double[] away = new double[rows];
          double[] block = new double[Workers.BLOCK];
          for (int i = piece * 64; i < Math.min(rows, (piece + 1) * 64); i++) {
            double[] point = Matrix.row(columns, i);
            for (int from = 0; from < rows; from += block.length) {
              int length = Math.min(block.length, rows - from);
              kernel.squared(columns, from, length, point, block);
              System.arraycopy(block, 0, away, from, length);
            }
            neighbours[i] = Nearest.of(away, i, near);
            shares[i] = gaussian(away, neighbours[i], perplexity);
          }
        });
    return symmetric(neighbours, shares, rows);
  }

  /// Shares of the neighbours under the Gaussian whose entropy is that of `perplexity` equally
  /// likely ones; its width is found by bisection.
  private static double[] gaussian(double[] away, int[] neighbours, double perplexity) {
    double wanted = Math.log(perplexity);
    // Only differences matter, and the nearest at 0 keeps the exponentials from all vanishing.
    double least = away[neighbours[0]];
    double beta = 1;
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double[] shares = new double[neighbours.length];
    for (int turn = 0; turn < MOST_HALVINGS; turn++) {
      double sum = 0;
      double weighted = 0;
      for (int j = 0; j < shares.length; j++) {
        double distance = away[neighbours[j]] - least;
        shares[j] = Math.exp(-beta * distance);
        sum += shares[j];
        weighted += distance * shares[j];
      }
      double entropy = Math.log(sum) + beta * weighted / sum;
      for (int j = 0; j < shares.length; j++) {
        shares[j] /= sum;
      }
      if (Math.abs(entropy - wanted) < 1e-5) {
        break;
      }
      if (entropy > wanted) {
        low = beta;
        beta = high == Double.POSITIVE_INFINITY ? beta * 2 : (beta + high) / 2;
      } else {
        high = beta;
        beta = (beta + low) / 2;
      }
    }
    return shares;
  }

  private static Affinities symmetric(int[][] neighbours, double[][] shares, int rows) {
    int[] starts = new int[rows + 1];
    for (int i = 0; i < rows; i++) {
      starts[i + 1] += neighbours[i].length;
      for (int other : neighbours[i]) {
        starts[other + 1]++;
      }
    }
    for (int i = 0; i < rows; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = Arrays.copyOf(starts, rows);
    long[] keyed = new long[starts[rows]];
    double[] found = new double[keyed.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < neighbours[i].length; j++) {
        int other = neighbours[i][j];
        double half = shares[i][j] / (2.0 * rows);
        found[next[i]] = half;
        keyed[next[i]] = (long) other << 32 | next[i]++;
        found[next[other]] = half;
        keyed[next[other]] = (long) i << 32 | next[other]++;
      }
    }
    int[] merged = new int[rows + 1];
    int[] others = new int[keyed.length];
    double[] values = new double[keyed.length];
    int at = 0;
    for (int i = 0; i < rows; i++) {
      Arrays.sort(keyed, starts[i], starts[i + 1]);
      int first = at;
      for (int p = starts[i]; p < starts[i + 1]; p++) {
        int other = (int) (keyed[p] >>> 32);
        double half = found[(int) keyed[p]];
        if (at > first && others[at - 1] == other) {
          values[at - 1] += half;
        } else {
          others[at] = other;
          values[at++] = half;
        }
      }
      merged[i + 1] = at;
    }
    return new Affinities(merged, Arrays.copyOf(others, at), Arrays.copyOf(values, at));
  }
}

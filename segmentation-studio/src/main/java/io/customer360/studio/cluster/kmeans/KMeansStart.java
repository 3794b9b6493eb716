package io.customer360.studio.cluster.kmeans;

import io.customer360.studio.cluster.kernel.DistanceKernel;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.matrix.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Greedy k-means++ (Arthur and Vassilvitskii 2007): each next centre is the best of `2 + ln k`
/// rows drawn with chances by the squared distance to the centres so far.
final class KMeansStart {
  private KMeansStart() {}

  static double[][] choose(
      double[][] columns, int rows, int k, SplittableRandom random, DistanceKernel kernel) {
    double[][] centres = new double[k][];
    int trials = 2 + (int) Math.log(k);
    double[] closest = new double[rows];
    centres[0] = Matrix.row(columns, random.nextInt(rows));
    distances(columns, rows, centres[0], closest, kernel);
    double[] candidate = new double[rows];
    double[] best = new double[rows];
    for (int q = 1; q < k; q++) {
      double total = Arrays.stream(closest).sum();
      double least = Double.POSITIVE_INFINITY;
      for (int trial = 0; trial < trials; trial++) {
        int row = draw(closest, total, random);
        double[] point = Matrix.row(columns, row);
        distances(columns, rows, point, candidate, kernel);
        double sum = 0;
        for (int i = 0; i < rows; i++) {
          candidate[i] = Math.min(candidate[i], closest[i]);
          sum += candidate[i];
        }
        if (sum < least) {
          least = sum;
          centres[q] = point;
          double[] swap = best;
          best = candidate;
          candidate = swap;
        }
      }
      double[] swap = closest;
      closest = best;
      best = swap;
    }
    return centres;
  }

  private static void distances(
      double[][] columns, int rows, double[] point, double[] out, DistanceKernel kernel) {
    double[] block = new double[Workers.BLOCK];
    for (int from = 0; from < rows; from += Workers.BLOCK) {
      int length = Math.min(Workers.BLOCK, rows - from);
      kernel.squared(columns, from, length, point, block);
      System.arraycopy(block, 0, out, from, length);
    }
  }

  private static int draw(double[] weights, double total, SplittableRandom random) {
    // Every row is a centre already: any row does.
    if (!(total > 0)) {
      return random.nextInt(weights.length);
    }
    double left = random.nextDouble() * total;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}

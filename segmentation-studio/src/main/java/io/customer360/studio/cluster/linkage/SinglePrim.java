package io.customer360.studio.cluster.linkage;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.DistanceKernel;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.matrix.Matrix;
import java.util.Arrays;

/// Single linkage from the minimum spanning tree (Gower and Ross 1969), which Prim's algorithm
/// grows row by row: memory grows with the rows.
final class SinglePrim {
  private SinglePrim() {}

  static LinkageTree run(
      double[][] columns,
      double[] weights,
      Workers workers,
      DistanceKernel kernel,
      Progress progress) {
    int leaves = weights.length;
    int[] a = new int[leaves - 1];
    int[] b = new int[leaves - 1];
    double[] height = new double[leaves - 1];
    double[] nearest = new double[leaves];
    int[] by = new int[leaves];
    boolean[] taken = new boolean[leaves];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int blocks = Workers.blocks(leaves);
    double[][] away = new double[blocks][Workers.BLOCK];
    int[] best = new int[blocks];
    int last = 0;
    taken[0] = true;
    for (int m = 0; m < leaves - 1; m++) {
      int from = last;
      double[] point = Matrix.row(columns, from);
      workers.forBlocks(
          leaves,
          (block, start, length) -> {
            kernel.squared(columns, start, length, point, away[block]);
            int least = -1;
            for (int i = 0; i < length; i++) {
              int row = start + i;
              if (taken[row]) {
                continue;
              }
              if (away[block][i] < nearest[row]) {
                nearest[row] = away[block][i];
                by[row] = from;
              }
              if (least < 0 || nearest[row] < nearest[least]) {
                least = row;
              }
            }
            best[block] = least;
          });
      int next = -1;
      for (int row : best) {
        if (row >= 0 && (next < 0 || nearest[row] < nearest[next])) {
          next = row;
        }
      }
      a[m] = by[next];
      b[m] = next;
      height[m] = Math.sqrt(nearest[next]);
      taken[next] = true;
      last = next;
      if ((m & 255) == 0) {
        progress.checkCancelled();
        progress.fraction((double) m / leaves);
      }
    }
    return LinkageTree.of(weights, a, b, height);
  }
}

package io.customer360.studio.cluster.linkage;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.DistanceKernel;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.matrix.Matrix;

/// Average and complete linkage by chains of nearest neighbours over a table of all pairs, which
/// the formula of Lance and Williams (1967) keeps up to date. Both are reducible, so the merges are
/// those of always merging the closest pair.
final class PairChain {
  private PairChain() {}

  static LinkageTree run(
      double[][] columns,
      double[] weights,
      Linkage linkage,
      Workers workers,
      DistanceKernel kernel,
      Progress progress) {
    int leaves = weights.length;
    PairTable table = distances(columns, leaves, workers, kernel, progress.part(0, 0.2));
    double[] weight = weights.clone();
    int[] alive = new int[leaves];
    for (int i = 0; i < leaves; i++) {
      alive[i] = i;
    }
    int active = leaves;
    int[] chain = new int[leaves];
    int links = 0;
    int[] a = new int[leaves - 1];
    int[] b = new int[leaves - 1];
    double[] height = new double[leaves - 1];
    int m = 0;
    while (m < leaves - 1) {
      if (links == 0) {
        chain[links++] = alive[0];
      }
      int row = chain[links - 1];
      int found = links > 1 ? chain[links - 2] : -1;
      // Of equally near ones the one before, or the chain would run in circles.
      double best = found >= 0 ? table.get(row, found) : Double.POSITIVE_INFINITY;
      for (int i = 0; i < active; i++) {
        int other = alive[i];
        if (other != row) {
          double away = table.get(row, other);
          if (away < best) {
            best = away;
            found = other;
          }
        }
      }
      if (links > 1 && found == chain[links - 2]) {
        links -= 2;
        a[m] = row;
        b[m] = found;
        height[m++] = best;
        // The merged cluster goes by the name of `found`; `row` is no more.
        active = remove(alive, active, row);
        for (int i = 0; i < active; i++) {
          int other = alive[i];
          if (other != found) {
            table.set(
                other < found ? PairTable.place(other, found) : PairTable.place(found, other),
                joined(
                    linkage, table.get(row, other), table.get(found, other), weight, row, found));
          }
        }
        weight[found] += weight[row];
        if ((m & 127) == 0) {
          progress.checkCancelled();
          progress.fraction(0.2 + 0.8 * m / leaves);
        }
      } else {
        chain[links++] = found;
      }
    }
    return LinkageTree.of(weights, a, b, height);
  }

  private static double joined(
      Linkage linkage, double x, double y, double[] weight, int row, int found) {
    return linkage == Linkage.COMPLETE
        ? Math.max(x, y)
        : (x * weight[row] + y * weight[found]) / (weight[row] + weight[found]);
  }

  /// Takes one out, keeping the order: rows are then scanned in the order of the table.
  private static int remove(int[] alive, int active, int row) {
    int low = 0;
    int high = active - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (alive[middle] < row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    System.arraycopy(alive, low + 1, alive, low, active - low - 1);
    return active - 1;
  }

  private static PairTable distances(
      double[][] columns, int rows, Workers workers, DistanceKernel kernel, Progress progress) {
    PairTable table = PairTable.of(rows);
    workers.forEach(
        rows,
        row -> {
          if ((row & 255) == 0) {
            progress.checkCancelled();
          }
          double[] point = Matrix.row(columns, row);
          double[] away = new double[Math.min(Workers.BLOCK, Math.max(1, row))];
          for (int from = 0; from < row; from += Workers.BLOCK) {
            int length = Math.min(Workers.BLOCK, row - from);
            kernel.squared(columns, from, length, point, away);
            for (int i = 0; i < length; i++) {
              table.set(PairTable.place(from + i, row), Math.sqrt(away[i]));
            }
          }
        });
    return table;
  }
}

package io.customer360.studio.cluster.linkage;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.DistanceKernel;
import io.customer360.studio.cluster.kernel.Workers;

/// Ward's linkage by chains of nearest neighbours (Benzécri 1982, Juan 1982; Murtagh 1983): follow
/// nearest neighbours until two are each other's, merge them, go on from where the chain still
/// stands. Ward's distance is reducible, so the merges are those of always merging the closest
/// pair. Means are all it needs: memory grows with the rows, not with their square.
///
/// Clusters live in slots, kept without holes, so that distances to all of them are one pass of the
/// kernel.
final class WardChain {
  private final int d;
  private final DistanceKernel kernel;
  private final Workers workers;
  private final Progress progress;

  /// Mean, weight, a leaf, of the cluster in each slot.
  private final double[][] means;

  private final double[] weight;
  private final int[] leaf;
  private int active;

  /// The chain, as slots, and where a slot stands in it (-1 when it does not).
  private final int[] chain;

  private final int[] placeInChain;
  private int links;

  WardChain(
      double[][] columns,
      double[] weights,
      Workers workers,
      DistanceKernel kernel,
      Progress progress) {
    d = columns.length;
    this.kernel = kernel;
    this.workers = workers;
    this.progress = progress;
    active = weights.length;
    means = new double[d][];
    for (int j = 0; j < d; j++) {
      means[j] = columns[j].clone();
    }
    weight = weights.clone();
    leaf = new int[active];
    placeInChain = new int[active];
    for (int i = 0; i < active; i++) {
      leaf[i] = i;
      placeInChain[i] = -1;
    }
    chain = new int[active];
  }

  LinkageTree run(double[] weights) {
    int leaves = weights.length;
    int[] a = new int[leaves - 1];
    int[] b = new int[leaves - 1];
    double[] height = new double[leaves - 1];
    int blocks = Workers.blocks(leaves);
    double[][] away = new double[blocks][Workers.BLOCK];
    double[] least = new double[blocks];
    int[] where = new int[blocks];
    for (int m = 0; m < leaves - 1; ) {
      if (links == 0) {
        push(0);
      }
      int slot = chain[links - 1];
      int before = links > 1 ? chain[links - 2] : -1;
      nearest(slot, away, least, where);
      int found = -1;
      double best = Double.POSITIVE_INFINITY;
      for (int block = 0; block < Workers.blocks(active); block++) {
        if (least[block] < best) {
          best = least[block];
          found = where[block];
        }
      }
      // Of equally near ones the one before, or the chain would run in circles.
      if (before >= 0) {
        double back = ward(slot, before);
        if (back <= best) {
          best = back;
          found = before;
        }
      }
      if (found == before) {
        a[m] = leaf[slot];
        b[m] = leaf[before];
        height[m] = Math.sqrt(best);
        m++;
        links -= 2;
        placeInChain[slot] = -1;
        placeInChain[before] = -1;
        merge(slot, before);
        if ((m & 255) == 0) {
          progress.checkCancelled();
          progress.fraction((double) m / leaves);
        }
      } else {
        push(found);
      }
    }
    return LinkageTree.of(weights, a, b, height);
  }

  private void push(int slot) {
    placeInChain[slot] = links;
    chain[links++] = slot;
  }

  /// The nearest slot to `slot` in each block.
  private void nearest(int slot, double[][] away, double[] least, int[] where) {
    double[] point = new double[d];
    for (int j = 0; j < d; j++) {
      point[j] = means[j][slot];
    }
    double own = weight[slot];
    workers.forBlocks(
        active,
        (block, from, length) -> {
          double[] squared = away[block];
          kernel.squared(means, from, length, point, squared);
          double best = Double.POSITIVE_INFINITY;
          int at = -1;
          for (int i = 0; i < length; i++) {
            double other = weight[from + i];
            double ward = squared[i] * (2 * own * other / (own + other));
            if (ward < best && from + i != slot) {
              best = ward;
              at = from + i;
            }
          }
          least[block] = best;
          where[block] = at;
        });
  }

  private double ward(int x, int y) {
    double sum = 0;
    for (int j = 0; j < d; j++) {
      double away = means[j][y] - means[j][x];
      sum = Math.fma(away, away, sum);
    }
    return sum * (2 * weight[x] * weight[y] / (weight[x] + weight[y]));
  }

  /// Puts the merged cluster into the lower slot and the last slot into the hole.
  private void merge(int x, int y) {
    int kept = Math.min(x, y);
    int hole = Math.max(x, y);
    double total = weight[x] + weight[y];
    for (int j = 0; j < d; j++) {
      means[j][kept] = (means[j][x] * weight[x] + means[j][y] * weight[y]) / total;
    }
    weight[kept] = total;
    leaf[kept] = leaf[x];
    active--;
    if (hole != active) {
      for (int j = 0; j < d; j++) {
        means[j][hole] = means[j][active];
      }
      weight[hole] = weight[active];
      leaf[hole] = leaf[active];
      placeInChain[hole] = placeInChain[active];
      if (placeInChain[hole] >= 0) {
        chain[placeInChain[hole]] = hole;
      }
    }
    placeInChain[active] = -1;
  }
}

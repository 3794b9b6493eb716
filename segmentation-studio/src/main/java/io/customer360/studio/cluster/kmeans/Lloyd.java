package io.customer360.studio.cluster.kmeans;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.CentreTable;
import io.customer360.studio.cluster.kernel.DistanceKernel;
import io.customer360.studio.cluster.kernel.Workers;
import java.util.Arrays;

/// Lloyd's iterations over columns in blocks of rows.
///
/// The sums of a cluster are kept from one iteration to the next, and only rows that change their
/// cluster are moved from one sum to another: after the first few iterations few do. Each block
/// collects its own changes and the blocks are merged in their order, so any number of threads
/// gives the same bits.
final class Lloyd {
  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  /// What a thread needs for a block.
  private static final class Scratch {
    private final int[] nearest = new int[Workers.BLOCK];
    private final double[] scores = new double[Workers.BLOCK];
  }

  private final double[][] columns;
  private final int rows;
  private final int d;
  private final int k;
  private final Workers workers;
  private final DistanceKernel kernel;
  private final double[] origin;
  private final int[] labels;
  private final double[] sums;
  private final long[] counts;
  private final double[][] blockSums;
  private final int[][] blockCounts;
  private final int[] blockChanges;
  private double[][] centres;
  private int iterations;
  private int reseeded;
  private boolean converged;
  private boolean still;

  Lloyd(
      double[][] columns,
      int rows,
      double[] origin,
      double[][] start,
      Workers workers,
      DistanceKernel kernel) {
    this.columns = columns;
    this.rows = rows;
    this.origin = origin;
    this.workers = workers;
    this.kernel = kernel;
    d = columns.length;
    k = start.length;
    centres = start;
    labels = new int[rows];
    Arrays.fill(labels, -1);
    sums = new double[k * d];
    counts = new long[k];
    int blocks = Workers.blocks(rows);
    blockSums = new double[blocks][k * d];
    blockCounts = new int[blocks][k];
    blockChanges = new int[blocks];
  }

  /// Iterates until nothing moves, or the shift is at most `enough`, or the limit is reached.
  void run(int maxIterations, double enough, Progress progress) {
    while (iterations < maxIterations && !converged) {
      progress.checkCancelled();
      iterations++;
      long changed = assign();
      fillEmpty();
      double shift = recentre();
      still = changed == 0;
      converged = still || enough > 0 && shift <= enough;
    }
    if (still) {
      // Sums that were carried along have gathered rounding; the answer is computed afresh.
      addAfresh();
    } else {
      assign();
    }
  }

  private long assign() {
    CentreTable table = new CentreTable(centres, origin);
    workers.forBlocks(
        rows,
        (block, from, length) -> {
          Scratch scratch = SCRATCH.get();
          kernel.nearest(columns, from, length, table, scratch.nearest, scratch.scores);
          blockChanges[block] =
              move(from, length, scratch.nearest, blockSums[block], blockCounts[block]);
        });
    long changed = 0;
    for (int block = 0; block < blockSums.length; block++) {
      changed += blockChanges[block];
      merge(block);
    }
    return changed;
  }

  private void merge(int block) {
    if (blockChanges[block] == 0) {
      return;
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] += blockSums[block][i];
    }
    for (int q = 0; q < k; q++) {
      counts[q] += blockCounts[block][q];
    }
  }

  /// Moves the rows whose cluster changed; answers how many.
  private int move(int from, int length, int[] nearest, double[] sum, int[] count) {
    Arrays.fill(sum, 0);
    Arrays.fill(count, 0);
    int changed = 0;
    for (int i = 0; i < length; i++) {
      int before = labels[from + i];
      int now = nearest[i];
      if (before == now) {
        continue;
      }
      changed++;
      labels[from + i] = now;
      count[now]++;
      int to = now * d;
      if (before < 0) {
        for (int j = 0; j < d; j++) {
          sum[to + j] += columns[j][from + i];
        }
      } else {
        count[before]--;
        int out = before * d;
        for (int j = 0; j < d; j++) {
          double value = columns[j][from + i];
          sum[to + j] += value;
          sum[out + j] -= value;
        }
      }
    }
    return changed;
  }

  /// A cluster without rows takes the row farthest from its own centre.
  private void fillEmpty() {
    for (int q = 0; q < k; q++) {
      if (counts[q] > 0) {
        continue;
      }
      int row = farthest();
      int before = labels[row];
      if (counts[before] < 2) {
        // Fewer different rows than clusters: the centre stays where it is.
        continue;
      }
      reseeded++;
      labels[row] = q;
      counts[before]--;
      counts[q]++;
      for (int j = 0; j < d; j++) {
        sums[before * d + j] -= columns[j][row];
        sums[q * d + j] = columns[j][row];
      }
    }
  }

  private int farthest() {
    double[] greatest = new double[Workers.blocks(rows)];
    int[] where = new int[greatest.length];
    workers.forBlocks(
        rows,
        (block, from, length) -> {
          greatest[block] = -1;
          for (int i = from; i < from + length; i++) {
            double away = squaredToCentre(i);
            if (away > greatest[block] && counts[labels[i]] > 1) {
              greatest[block] = away;
              where[block] = i;
            }
          }
        });
    int best = 0;
    for (int block = 1; block < greatest.length; block++) {
      if (greatest[block] > greatest[best]) {
        best = block;
      }
    }
    return where[best];
  }

  private double squaredToCentre(int row) {
    double[] centre = centres[labels[row]];
    double sum = 0;
    for (int j = 0; j < d; j++) {
      double away = columns[j][row] - centre[j];
      sum = Math.fma(away, away, sum);
    }
    return sum;
  }

  /// Puts each centre at its rows' mean; answers the sum of squared shifts.
  private double recentre() {
    double[][] next = new double[k][];
    double shift = 0;
    for (int q = 0; q < k; q++) {
      next[q] = centres[q].clone();
      if (counts[q] > 0) {
        for (int j = 0; j < d; j++) {
          next[q][j] = sums[q * d + j] / counts[q];
          double moved = next[q][j] - centres[q][j];
          shift += moved * moved;
        }
      }
    }
    centres = next;
    return shift;
  }

  /// Centres from the labels alone.
  private void addAfresh() {
    workers.forBlocks(
        rows,
        (block, from, length) -> {
          double[] sum = blockSums[block];
          int[] count = blockCounts[block];
          Arrays.fill(sum, 0);
          Arrays.fill(count, 0);
          for (int i = from; i < from + length; i++) {
            count[labels[i]]++;
          }
          for (int j = 0; j < d; j++) {
            double[] column = columns[j];
            for (int i = from; i < from + length; i++) {
              sum[labels[i] * d + j] += column[i];
            }
          }
        });
    Arrays.fill(sums, 0);
    Arrays.fill(counts, 0);
    Arrays.fill(blockChanges, 1);
    for (int block = 0; block < blockSums.length; block++) {
      merge(block);
    }
    recentre();
  }

  /// Sum of squared distances of the rows to their centres.
  double inertia() {
    double[] part = new double[Workers.blocks(rows)];
    workers.forBlocks(
        rows,
        (block, from, length) -> {
          double sum = 0;
          for (int i = from; i < from + length; i++) {
            sum += squaredToCentre(i);
          }
          part[block] = sum;
        });
    return Arrays.stream(part).sum();
  }

  KMeansResult result(int restarts, int sampledRows) {
    return new KMeansResult(
        centres, labels, inertia(), iterations, converged, restarts, sampledRows, reseeded);
  }
}

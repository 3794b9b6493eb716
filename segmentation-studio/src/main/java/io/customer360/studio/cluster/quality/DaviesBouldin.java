package io.customer360.studio.cluster.quality;

import io.customer360.studio.cluster.kernel.Workers;

/// Davies-Bouldin (1979): for each cluster the worst ratio of spread to separation with another
/// one, on average; lower is better. Spread is the mean distance of a cluster's rows to its centre,
/// separation the distance of two centres. Exact, over all rows.
public final class DaviesBouldin {
  private DaviesBouldin() {}

  /// @param centres mean of each cluster
  /// @param labels below 0 for rows of no cluster, which are left out
  /// @return `NaN` with fewer than two clusters that have rows
  public static double of(double[][] columns, int[] labels, double[][] centres, Workers workers) {
    int k = centres.length;
    int rows = labels.length;
    double[][] sums = new double[Workers.blocks(rows)][k];
    int[][] counts = new int[sums.length][k];
    workers.forBlocks(
        rows,
        (block, from, length) -> {
          for (int i = from; i < from + length; i++) {
            int q = labels[i];
            if (q >= 0) {
              sums[block][q] += distance(columns, i, centres[q]);
              counts[block][q]++;
            }
          }
        });
    double[] spread = new double[k];
    long[] size = new long[k];
    for (int block = 0; block < sums.length; block++) {
      for (int q = 0; q < k; q++) {
        spread[q] += sums[block][q];
        size[q] += counts[block][q];
      }
    }
    double total = 0;
    int clusters = 0;
    for (int q = 0; q < k; q++) {
      if (size[q] == 0) {
        continue;
      }
      clusters++;
      double worst = 0;
      for (int other = 0; other < k; other++) {
        if (other != q && size[other] > 0) {
          double apart = distance(centres[q], centres[other]);
          double ratio = (spread[q] / size[q] + spread[other] / size[other]) / apart;
          worst = Math.max(worst, ratio);
        }
      }
      total += worst;
    }
    return clusters < 2 ? Double.NaN : total / clusters;
  }

  private static double distance(double[][] columns, int row, double[] centre) {
    double sum = 0;
    for (int j = 0; j < centre.length; j++) {
      double away = columns[j][row] - centre[j];
      sum += away * away;
    }
    return Math.sqrt(sum);
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return Math.sqrt(sum);
  }
}

package io.customer360.studio.cluster;

import io.customer360.studio.cluster.kernel.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a method found, whatever the method.
///
/// @param labels 0 to `k - 1`, below 0 for noise
/// @param centres mean of each cluster's rows in prepared units
/// @param strength membership 0 to 1 of each row in its cluster, where the method tells; else null
/// @param details what the method has to say for itself, by name, for the report
/// @param model what the method found beyond labels: its own result, for screens
record Partition(
    int[] labels,
    int k,
    double[][] centres,
    double @Nullable [] strength,
    Map<String, Object> details,
    Object model) {

  /// Numbers the clusters by size, largest first, and computes their means.
  ///
  /// @param k clusters in `labels`; one without rows is left out
  static Partition of(
      double[][] columns,
      int[] labels,
      int k,
      double @Nullable [] strength,
      Map<String, Object> details,
      Object model) {
    int[] size = new int[k];
    for (int label : labels) {
      if (label >= 0) {
        size[label]++;
      }
    }
    Integer[] bySize =
        IntStream.range(0, k).filter(q -> size[q] > 0).boxed().toArray(Integer[]::new);
    Arrays.sort(bySize, Comparator.comparingInt(q -> -size[q]));
    int[] next = new int[k];
    for (int rank = 0; rank < bySize.length; rank++) {
      next[bySize[rank]] = rank;
    }
    int[] renumbered = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      renumbered[i] = labels[i] < 0 ? -1 : next[labels[i]];
    }
    return new Partition(
        renumbered,
        bySize.length,
        means(columns, renumbered, bySize.length),
        strength,
        new LinkedHashMap<>(details),
        model);
  }

  private static double[][] means(double[][] columns, int[] labels, int k) {
    double[][] means = new double[k][columns.length];
    int[] size = new int[k];
    for (int label : labels) {
      if (label >= 0) {
        size[label]++;
      }
    }
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j];
      double[] sums = new double[k];
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] >= 0) {
          sums[labels[i]] += column[i];
        }
      }
      for (int q = 0; q < k; q++) {
        means[q][j] = sums[q] / size[q];
      }
    }
    return means;
  }

  /// The distance of each row to its cluster's mean, `NaN` for noise.
  double[] distances(double[][] columns, Workers workers) {
    double[] out = new double[labels.length];
    workers.forBlocks(
        labels.length,
        (block, from, length) -> {
          for (int j = 0; j < columns.length; j++) {
            double[] column = columns[j];
            for (int i = from; i < from + length; i++) {
              if (labels[i] >= 0) {
                double away = column[i] - centres[labels[i]][j];
                out[i] += away * away;
              }
            }
          }
          for (int i = from; i < from + length; i++) {
            out[i] = labels[i] < 0 ? Double.NaN : Math.sqrt(out[i]);
          }
        });
    return out;
  }

  int[] sizes() {
    int[] size = new int[k];
    for (int label : labels) {
      if (label >= 0) {
        size[label]++;
      }
    }
    return size;
  }
}

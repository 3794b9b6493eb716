package io.customer360.studio.cluster.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.Points;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.quality.Agreement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HierarchicalTest {
  @ParameterizedTest
  @EnumSource(Linkage.class)
  void mergesAreThoseOfAlwaysTakingTheClosestPair(Linkage linkage) {
    for (int rows : new int[] {2, 3, 17, 120}) {
      double[][] columns = Points.clusters(rows, 3, 4, 1.5, rows);
      Naive naive = new Naive(columns, linkage);
      try (Workers workers = new Workers(2)) {
        for (int k : new int[] {1, 2, Math.min(5, rows), rows}) {
          HierarchicalResult found =
              Hierarchical.fit(columns, rows, k, linkage, 1, workers, Progress.NONE);
          assertThat(found.exact()).isTrue();
          assertThat(found.tree().height()).isSorted();
          for (int m = 0; m < rows - 1; m++) {
            assertThat(found.tree().height()[m])
                .isCloseTo(naive.heights.get(m), within(1e-9 * (1 + naive.heights.get(m))));
          }
          assertThat(Agreement.adjustedRand(found.labels(), naive.labels(k))).isEqualTo(1);
          assertThat(Arrays.stream(found.labels()).distinct().count()).isEqualTo(k);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Linkage.class)
  void equalRowsMergeAtNothing(Linkage linkage) {
    double[][] columns = {new double[50], new double[50]};
    try (Workers workers = new Workers(2)) {
      HierarchicalResult found =
          Hierarchical.fit(columns, 50, 3, linkage, 1, workers, Progress.NONE);
      assertThat(found.tree().height()).containsOnly(0);
      assertThat(Arrays.stream(found.labels()).distinct().count()).isEqualTo(3);
    }
  }

  @Test
  void manyRowsGoThroughMicroClustersToTheSameClusters() {
    int rows = Hierarchical.EXACT_ROWS + 1_000;
    double[][] columns = new double[2][rows];
    int[] truth = new int[rows];
    double[][] noise = Points.clusters(rows, 2, 1, 1, 6);
    for (int i = 0; i < rows; i++) {
      truth[i] = i % 4;
      columns[0][i] = noise[0][i] + 12 * (truth[i] % 2);
      columns[1][i] = noise[1][i] + 12 * (truth[i] / 2);
    }
    try (Workers workers = new Workers(2)) {
      HierarchicalResult found =
          Hierarchical.fit(columns, rows, 4, Linkage.WARD, 1, workers, Progress.NONE);
      assertThat(found.exact()).isFalse();
      assertThat(Agreement.adjustedRand(found.labels(), truth)).isEqualTo(1);
      assertThat(Arrays.stream(found.tree().weights()).sum()).isEqualTo(rows);
    }
  }

  @Test
  void theTopOfTheTreeHangsTogether() {
    double[][] columns = Points.clusters(200, 2, 4, 1, 3);
    try (Workers workers = new Workers(1)) {
      LinkageTree tree =
          Hierarchical.fit(columns, 200, 4, Linkage.AVERAGE, 1, workers, Progress.NONE).tree();
      LinkageTree.Node[] top = tree.top(5);
      assertThat(top).hasSize(11);
      assertThat(top[0].rows()).isEqualTo(200);
      List<Integer> numbers = Arrays.stream(top).map(LinkageTree.Node::node).toList();
      double ends = 0;
      for (LinkageTree.Node node : top) {
        if (node.left() >= 0) {
          assertThat(numbers).contains(node.left(), node.right());
        } else {
          ends += node.rows();
        }
      }
      assertThat(ends).isEqualTo(200);
      assertThat(tree.top(1_000)).hasSize(399);
    }
  }

  /// The definition, cubic.
  private static final class Naive {
    private final List<Double> heights = new ArrayList<>();
    private final List<List<List<Integer>>> states = new ArrayList<>();

    Naive(double[][] columns, Linkage linkage) {
      List<List<Integer>> clusters = new ArrayList<>();
      for (int i = 0; i < columns[0].length; i++) {
        clusters.add(List.of(i));
      }
      states.add(List.copyOf(clusters));
      while (clusters.size() > 1) {
        int a = 0;
        int b = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int p = 0; p < clusters.size(); p++) {
          for (int q = p + 1; q < clusters.size(); q++) {
            double apart = apart(columns, clusters.get(p), clusters.get(q), linkage);
            if (apart < least) {
              least = apart;
              a = p;
              b = q;
            }
          }
        }
        heights.add(least);
        List<Integer> joined = new ArrayList<>(clusters.get(a));
        joined.addAll(clusters.get(b));
        clusters.remove(b);
        clusters.set(a, joined);
        states.add(List.copyOf(clusters));
      }
    }

    int[] labels(int k) {
      List<List<Integer>> clusters = states.get(states.getFirst().size() - k);
      int[] labels = new int[states.getFirst().size()];
      for (int q = 0; q < clusters.size(); q++) {
        for (int row : clusters.get(q)) {
          labels[row] = q;
        }
      }
      return labels;
    }

    private static double apart(
        double[][] columns, List<Integer> a, List<Integer> b, Linkage linkage) {
      if (linkage == Linkage.WARD) {
        double sum = 0;
        for (double[] column : columns) {
          double meanA = a.stream().mapToDouble(i -> column[i]).average().orElseThrow();
          double meanB = b.stream().mapToDouble(i -> column[i]).average().orElseThrow();
          sum += (meanA - meanB) * (meanA - meanB);
        }
        return Math.sqrt(2.0 * a.size() * b.size() / (a.size() + b.size()) * sum);
      }
      List<Double> pairs = new ArrayList<>();
      a.forEach(x -> b.forEach(y -> pairs.add(Points.distance(columns, x, y))));
      return switch (linkage) {
        case SINGLE -> pairs.stream().mapToDouble(p -> p).min().orElseThrow();
        case COMPLETE -> pairs.stream().mapToDouble(p -> p).max().orElseThrow();
        default -> pairs.stream().mapToDouble(p -> p).average().orElseThrow();
      };
    }
  }
}

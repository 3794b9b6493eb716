package io.customer360.studio.cluster.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.DistanceKernel;
import io.customer360.studio.cluster.kernel.Kernels;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.reading.ClusterMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
  private static final DistanceKernel KERNEL = Kernels.best();

  /// Ten groups in ten columns, one along each axis: no plane through them parts them all.
  private static double[][] groups(int rows, int[] truth) {
    SplittableRandom random = new SplittableRandom(3);
    double[][] columns = new double[10][rows];
    for (int i = 0; i < rows; i++) {
      truth[i] = i % 10;
      for (int j = 0; j < 10; j++) {
        columns[j][i] = random.nextGaussian() + (truth[i] == j ? 9 : 0);
      }
    }
    return columns;
  }

  private static double purity(ClusterMap map) {
    int same = 0;
    for (int i = 0; i < map.rows().length; i++) {
      int nearest = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < map.rows().length; j++) {
        double dx = map.x()[i] - map.x()[j];
        double dy = map.y()[i] - map.y()[j];
        if (i != j && dx * dx + dy * dy < least) {
          least = dx * dx + dy * dy;
          nearest = j;
        }
      }
      same += map.labels()[i] == map.labels()[nearest] ? 1 : 0;
    }
    return (double) same / map.rows().length;
  }

  @Test
  void keepsMoreNeighboursThanComponentsAndPartsPlantedGroups() {
    int rows = 600;
    int[] truth = new int[rows];
    double[][] columns = groups(rows, truth);
    try (Workers workers = new Workers(2)) {
      ClusterMap near =
          ClusterMap.ofNeighbours(columns, truth, rows, 7, workers, KERNEL, Progress.NONE);
      ClusterMap straight = ClusterMap.of(columns, truth, rows, 7);
      double[][] flat = {straight.x(), straight.y()};
      double kept = Trustworthiness.of(columns, flat, rows, workers, KERNEL, Progress.NONE);
      assertThat(near.projection()).isEqualTo(ClusterMap.Projection.TSNE);
      assertThat(near.neighboursKept()).isGreaterThan(0.93).isGreaterThan(kept + 0.1);
      assertThat(purity(near)).isGreaterThan(0.99);
      assertThat(purity(straight)).isLessThan(0.7);
    }
  }

  @Test
  void theSameBitsOnAnyNumberOfThreadsAndAnotherSeedDecidesLittle() {
    int[] truth = new int[160];
    double[][] columns = groups(160, truth);
    try (Workers one = new Workers(1);
        Workers three = new Workers(3)) {
      ClusterMap a = ClusterMap.ofNeighbours(columns, truth, 160, 7, one, KERNEL, Progress.NONE);
      ClusterMap b = ClusterMap.ofNeighbours(columns, truth, 160, 7, three, KERNEL, Progress.NONE);
      assertThat(b.x()).isEqualTo(a.x());
      assertThat(b.y()).isEqualTo(a.y());
      ClusterMap c = ClusterMap.ofNeighbours(columns, truth, 160, 8, one, KERNEL, Progress.NONE);
      assertThat(c.neighboursKept()).isCloseTo(a.neighboursKept(), within(0.03));
    }
  }

  @Test
  void equalRowsOneColumnAndFewRowsAreNoTrouble() {
    try (Workers workers = new Workers(2)) {
      double[][] equal = {new double[40], new double[40]};
      ClusterMap map =
          ClusterMap.ofNeighbours(equal, new int[40], 40, 1, workers, KERNEL, Progress.NONE);
      assertThat(Arrays.stream(map.x())).allMatch(Double::isFinite);
      double[][] one = {new double[30]};
      Arrays.setAll(one[0], i -> i);
      ClusterMap line =
          ClusterMap.ofNeighbours(one, new int[30], 30, 1, workers, KERNEL, Progress.NONE);
      assertThat(Arrays.stream(line.y())).allMatch(Double::isFinite);
      double[][] few = {{1, 2, 3}, {3, 1, 2}};
      assertThat(
              ClusterMap.ofNeighbours(few, new int[3], 30, 1, workers, KERNEL, Progress.NONE)
                  .projection())
          .isEqualTo(ClusterMap.Projection.PCA);
    }
  }

  @Test
  void theTreePushesAsAllPairsDo() {
    SplittableRandom random = new SplittableRandom(5);
    double[] x = new double[300];
    double[] y = new double[300];
    for (int i = 0; i < 300; i++) {
      // Every third point lies on another one.
      x[i] = i % 3 == 2 ? x[i - 1] : 10 * random.nextGaussian();
      y[i] = i % 3 == 2 ? y[i - 1] : 10 * random.nextGaussian();
    }
    QuadTree tree = new QuadTree();
    tree.build(x, y);
    double[] exact = new double[3];
    double[] rough = new double[3];
    for (int i = 0; i < 300; i++) {
      double[] wanted = new double[3];
      for (int j = 0; j < 300; j++) {
        if (i != j) {
          double dx = x[i] - x[j];
          double dy = y[i] - y[j];
          double q = 1 / (1 + dx * dx + dy * dy);
          wanted[0] += q * q * dx;
          wanted[1] += q * q * dy;
          wanted[2] += q;
        }
      }
      tree.push(x[i], y[i], 0, exact);
      tree.push(x[i], y[i], 0.5, rough);
      for (int c = 0; c < 3; c++) {
        assertThat(exact[c]).isCloseTo(wanted[c], within(1e-9));
      }
      assertThat(rough[2]).isCloseTo(wanted[2], within(0.05 * wanted[2]));
    }
  }

  @Test
  void affinitiesAreSymmetricSumToOneAndHaveThePerplexity() {
    int[] truth = new int[120];
    double[][] columns = groups(120, truth);
    try (Workers workers = new Workers(2)) {
      Affinities near = Affinities.of(columns, 120, 10, workers, KERNEL, Progress.NONE);
      assertThat(Arrays.stream(near.values()).sum()).isCloseTo(1, within(1e-9));
      for (int i = 0; i < 120; i++) {
        for (int p = near.starts()[i]; p < near.starts()[i + 1]; p++) {
          int other = near.others()[p];
          int back =
              Arrays.binarySearch(near.others(), near.starts()[other], near.starts()[other + 1], i);
          assertThat(near.values()[back]).isEqualTo(near.values()[p]);
        }
      }
    }
  }

  /// The definition, by sorting.
  @Test
  void trustworthinessIsTheMeanIntrusion() {
    SplittableRandom random = new SplittableRandom(9);
    int rows = 80;
    double[][] columns = new double[4][rows];
    double[][] plane = new double[2][rows];
    for (int i = 0; i < rows; i++) {
      for (double[] column : columns) {
        column[i] = random.nextGaussian();
      }
      plane[0][i] = columns[0][i];
      plane[1][i] = columns[1][i] + 0.2 * random.nextGaussian();
    }
    int k = Trustworthiness.NEIGHBOURS;
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      List<Integer> truth = sorted(columns, i, rows);
      for (int other : sorted(plane, i, rows).subList(0, k)) {
        sum += Math.max(0, truth.indexOf(other) + 1 - k);
      }
    }
    try (Workers workers = new Workers(2)) {
      assertThat(Trustworthiness.of(columns, plane, rows, workers, KERNEL, Progress.NONE))
          .isCloseTo(1 - 2 * sum / (rows * k * (2.0 * rows - 3 * k - 1)), within(1e-12));
      assertThat(Trustworthiness.of(columns, columns, rows, workers, KERNEL, Progress.NONE))
          .isEqualTo(1);
    }
  }

  private static List<Integer> sorted(double[][] columns, int of, int rows) {
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      if (i != of) {
        others.add(i);
      }
    }
    others.sort(
        Comparator.comparingDouble(
            i -> {
              double squared = 0;
              for (double[] column : columns) {
                squared += (column[i] - column[of]) * (column[i] - column[of]);
              }
              return squared;
            }));
    return others;
  }
}

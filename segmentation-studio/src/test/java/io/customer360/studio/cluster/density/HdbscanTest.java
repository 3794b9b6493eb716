package io.customer360.studio.cluster.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.Points;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.quality.Agreement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HdbscanTest {
  @ParameterizedTest
  @CsvSource({"800,2,5", "600,5,10", "500,3,1", "400,1,4", "33,2,3", "2,2,2"})
  void theSpanningTreeIsAsShortAsPrims(int rows, int d, int neighbours) {
    double[][] columns = Points.clusters(rows, d, 4, 1, rows);
    try (Workers workers = new Workers(3)) {
      KdTree tree = new KdTree(columns, rows, 16);
      double[] core =
          NearestNeighbours.kthDistances(tree, Math.min(rows, neighbours), workers, Progress.NONE);
      double[] coreByRow = new double[rows];
      for (int place = 0; place < rows; place++) {
        coreByRow[tree.row(place)] = core[place];
      }
      for (int row = 0; row < rows; row++) {
        assertThat(coreByRow[row])
            .isCloseTo(kth(columns, row, Math.min(rows, neighbours)), within(1e-12));
      }
      SpanningTree spanning = new SpanningTree(tree, core, workers, Progress.NONE);
      double[] found = spanning.length.clone();
      double[] expected = prim(columns, coreByRow);
      Arrays.sort(found);
      Arrays.sort(expected);
      for (int i = 0; i < expected.length; i++) {
        assertThat(found[i]).isCloseTo(expected[i], within(1e-12));
      }
      DisjointSets joined = new DisjointSets(rows);
      for (int i = 0; i < rows - 1; i++) {
        assertThat(joined.union(spanning.from[i], spanning.to[i])).isTrue();
      }
    }
  }

  private static double kth(double[][] columns, int row, int k) {
    double[] away = new double[columns[0].length];
    Arrays.setAll(away, i -> Points.distance(columns, row, i));
    Arrays.sort(away);
    return away[k - 1];
  }

  private static double[] prim(double[][] columns, double[] core) {
    int rows = core.length;
    double[] least = new double[rows];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    boolean[] taken = new boolean[rows];
    double[] lengths = new double[rows - 1];
    int at = 0;
    taken[0] = true;
    for (int e = 0; e < rows - 1; e++) {
      int next = -1;
      for (int i = 0; i < rows; i++) {
        if (!taken[i]) {
          double reach = Math.max(Points.distance(columns, at, i), Math.max(core[at], core[i]));
          least[i] = Math.min(least[i], reach);
          if (next < 0 || least[i] < least[next]) {
            next = i;
          }
        }
      }
      lengths[e] = least[next];
      taken[next] = true;
      at = next;
    }
    return lengths;
  }

  @Test
  void findsClustersOfDifferentDensityAndLeavesTheRestAsNoise() {
    int rows = 1300;
    double[][] columns = new double[2][rows];
    int[] truth = new int[rows];
    java.util.SplittableRandom random = new java.util.SplittableRandom(5);
    for (int i = 0; i < rows; i++) {
      truth[i] = i < 500 ? 0 : i < 1000 ? 1 : i < 1250 ? 2 : -1;
      double spread = truth[i] == 0 ? 0.1 : truth[i] == 1 ? 0.5 : 1;
      columns[0][i] =
          truth[i] < 0 ? random.nextDouble(-40, 40) : spread * random.nextGaussian() + 8 * truth[i];
      columns[1][i] = truth[i] < 0 ? random.nextDouble(-40, 40) : spread * random.nextGaussian();
    }
    HdbscanResult first;
    try (Workers workers = new Workers(2)) {
      first = Hdbscan.fit(columns, rows, 20, 0, workers, Progress.NONE);
    }
    assertThat(first.clusters()).isEqualTo(3);
    assertThat(Agreement.adjustedRand(first.labels(), truth)).isGreaterThan(0.93);
    for (int i = 0; i < rows; i++) {
      assertThat(first.membership()[i]).isBetween(0.0, 1.0);
      assertThat(first.membership()[i] == 0).isEqualTo(first.labels()[i] < 0);
    }
    try (Workers workers = new Workers(1)) {
      HdbscanResult again = Hdbscan.fit(columns, rows, 20, 0, workers, Progress.NONE);
      assertThat(again.labels()).isEqualTo(first.labels());
      assertThat(again.membership()).isEqualTo(first.membership());
    }
  }

  @Test
  void equalRowsAndFewRows() {
    try (Workers workers = new Workers(2)) {
      double[][] equal = {new double[60]};
      assertThat(Hdbscan.fit(equal, 60, 5, 0, workers, Progress.NONE).labels()).containsOnly(-1);
      double[][] two = {new double[60]};
      Arrays.fill(two[0], 30, 60, 9);
      HdbscanResult found = Hdbscan.fit(two, 60, 5, 0, workers, Progress.NONE);
      assertThat(found.clusters()).isEqualTo(2);
      double[][] few = {{1, 2}};
      assertThat(Hdbscan.fit(few, 2, 5, 0, workers, Progress.NONE).labels()).containsOnly(-1);
    }
  }
}

package io.customer360.studio.cluster.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.Points;
import io.customer360.studio.cluster.kernel.Kernels;
import io.customer360.studio.cluster.kernel.Workers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QualityTest {
  @Test
  void silhouettesAreThoseOfTheDefinition() {
    double[][] columns = Points.clusters(300, 3, 4, 2, 1);
    int[] labels = new int[300];
    for (int i = 0; i < 300; i++) {
      // Cluster 4 has one row, and every 20th row is noise.
      labels[i] = i == 7 ? 4 : i % 20 == 3 ? -1 : (i * 7) % 4;
    }
    try (Workers workers = new Workers(2)) {
      Silhouette found =
          Silhouette.of(columns, labels, 5, 1, workers, Kernels.best(), Progress.NONE);
      assertThat(found.exact()).isTrue();
      double sum = 0;
      for (int i = 0; i < found.rows().length; i++) {
        double expected = naive(columns, labels, found.rows()[i], 5);
        assertThat(found.values()[i]).isCloseTo(expected, within(1e-12));
        sum += expected;
      }
      assertThat(found.rows()).hasSize(300 - 15);
      assertThat(found.mean()).isCloseTo(sum / found.rows().length, within(1e-12));
    }
  }

  private static double naive(double[][] columns, int[] labels, int row, int k) {
    double[] sum = new double[k];
    int[] count = new int[k];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 0 && i != row) {
        sum[labels[i]] += Points.distance(columns, row, i);
        count[labels[i]]++;
      }
    }
    if (count[labels[row]] == 0) {
      return 0;
    }
    double a = sum[labels[row]] / count[labels[row]];
    double b = Double.POSITIVE_INFINITY;
    for (int q = 0; q < k; q++) {
      if (q != labels[row]) {
        b = Math.min(b, sum[q] / count[q]);
      }
    }
    return (b - a) / Math.max(a, b);
  }

  @Test
  void aSampledSilhouetteIsCloseToTheExactOne() {
    int rows = 12_000;
    double[][] columns = Points.clusters(rows, 2, 3, 1.5, 4);
    int[] labels = new int[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = columns[0][i] > 0 ? 1 : columns[1][i] > 3 ? 2 : 0;
    }
    try (Workers workers = new Workers(2)) {
      Silhouette sampled =
          Silhouette.of(columns, labels, 3, 1, workers, Kernels.best(), Progress.NONE);
      assertThat(sampled.exact()).isFalse();
      assertThat(sampled.method()).contains("sample of");
      double exact = 0;
      Groups groups = Groups.of(labels, 3);
      for (int row : groups.order()) {
        if (row % 10 == 0) {
          exact += naive(columns, labels, row, 3) / (rows / 10);
        }
      }
      assertThat(sampled.mean()).isCloseTo(exact, within(0.02));
      assertThat(sampled.standardError()).isBetween(0.0001, 0.01);
    }
  }

  @Test
  void daviesBouldinOfTwoPairs() {
    double[][] columns = {{0, 2, 10, 14}};
    try (Workers workers = new Workers(1)) {
      double found =
          DaviesBouldin.of(columns, new int[] {0, 0, 1, 1}, new double[][] {{1}, {12}}, workers);
      assertThat(found).isCloseTo((1 + 2) / 11.0, within(1e-12));
      assertThat(DaviesBouldin.of(columns, new int[4], new double[][] {{6.5}}, workers)).isNaN();
    }
  }

  @Test
  void adjustedRandIsOneForTheSameAndNearZeroByChance() {
    int[] a = {0, 0, 0, 1, 1, 1};
    assertThat(Agreement.adjustedRand(a, new int[] {5, 5, 5, 2, 2, 2})).isEqualTo(1);
    // Hubert and Arabie by hand: cells 2,1,1,2; 2 pairs together, 6 and 6 expected 2.4 of 6.
    assertThat(Agreement.adjustedRand(a, new int[] {0, 0, 1, 0, 1, 1}))
        .isCloseTo((2 - 2.4) / (6 - 2.4), within(1e-12));
    assertThat(Agreement.bestJaccard(a, 2, new int[] {0, 0, 1, 1, 1, -1}, 2))
        .containsExactly(2 / 3.0, 2 / 4.0);
  }

  @Test
  void stabilityTellsRealClustersFromNone() {
    double[][] clear = {new double[400], new double[400]};
    int[] labels = new int[400];
    for (int i = 0; i < 400; i++) {
      labels[i] = i % 2;
      clear[0][i] = 10 * labels[i] + (i % 13) * 0.1;
      clear[1][i] = (i % 7) * 0.1;
    }
    Stability.Refit byFirstColumn =
        (columns, rows, seed) ->
            Arrays.stream(columns[0]).mapToInt(value -> value > 5 ? 0 : 1).toArray();
    Stability stable =
        Stability.measure(clear, labels, 2, 5, 200, true, 3, byFirstColumn, Progress.NONE);
    assertThat(stable.adjustedRand()).isEqualTo(1);
    assertThat(stable.jaccard()).containsExactly(1, 1);
    Stability.Refit moody =
        (columns, rows, seed) ->
            java.util.stream.IntStream.range(0, rows)
                .map(i -> (int) ((i * 31L + seed) & 1))
                .toArray();
    Stability unstable =
        Stability.measure(clear, labels, 2, 10, 200, true, 3, moody, Progress.NONE);
    assertThat(unstable.adjustedRand()).isLessThan(0.2);
  }
}

package io.customer360.studio.cluster.density;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.Points;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.quality.Agreement;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbscanTest {
  @ParameterizedTest
  @CsvSource({
    "1000,2,0.4,5",
    "1000,2,1.0,10",
    "700,5,1.5,4",
    "900,3,0.8,1",
    "40,2,0.5,3",
    "600,1,0.05,4",
    "500,8,3,6",
    "300,2,100,5",
    "300,2,0.0001,5"
  })
  void labelsAreThoseOfTheBookForAnyRowsAndRadius(int rows, int d, double epsilon, int minPoints) {
    double[][] columns = Points.clusters(rows, d, 5, 0.8, rows + d);
    int[] expected = naive(columns, rows, epsilon, minPoints);
    for (int threads : new int[] {1, 3}) {
      try (Workers workers = new Workers(threads)) {
        DbscanResult found =
            Dbscan.fit(columns, rows, epsilon, minPoints, 1, workers, Progress.NONE);
        assertThat(found.labels()).isEqualTo(expected);
        assertThat(found.clusters()).isEqualTo(Arrays.stream(expected).max().orElse(-1) + 1);
      }
    }
  }

  @Test
  void equalRowsAndRowsOnTheRadius() {
    try (Workers workers = new Workers(2)) {
      double[][] equal = {new double[100], new double[100]};
      assertThat(Dbscan.fit(equal, 100, 0.1, 5, 1, workers, Progress.NONE).labels())
          .containsOnly(0);
      assertThat(Dbscan.fit(equal, 100, 0, 5, 1, workers, Progress.NONE).clusters()).isOne();
      double[][] line = {{0, 1, 2, 3, 10}};
      assertThat(Dbscan.fit(line, 5, 1, 2, 1, workers, Progress.NONE).labels())
          .containsExactly(0, 0, 0, 0, -1);
      assertThat(Dbscan.fit(new double[][] {{4}}, 1, 1, 1, 1, workers, Progress.NONE).labels())
          .containsExactly(0);
    }
  }

  @Test
  void theSuggestedRadiusFindsWellSeparatedClusters() {
    double[][] columns = new double[2][2000];
    int[] truth = new int[2000];
    double[][] noise = Points.clusters(2000, 2, 1, 0.3, 12);
    for (int i = 0; i < 2000; i++) {
      truth[i] = i % 3;
      columns[0][i] = noise[0][i] + 6 * truth[i];
      columns[1][i] = noise[1][i];
    }
    try (Workers workers = new Workers(2)) {
      DbscanResult found = Dbscan.fit(columns, 2000, 0, 5, 1, workers, Progress.NONE);
      assertThat(found.suggested()).isTrue();
      // The knee is on the small side: edges become noise, but clusters do not run together.
      assertThat(Agreement.adjustedRand(found.labels(), truth)).isGreaterThan(0.8);
      int[] group = new int[found.clusters()];
      Arrays.fill(group, -1);
      for (int i = 0; i < 2000; i++) {
        int label = found.labels()[i];
        if (label >= 0) {
          assertThat(group[label]).isIn(-1, truth[i]);
          group[label] = truth[i];
        }
      }
      assertThat(found.kDistances()).isSorted();
    }
  }

  private static int[] naive(double[][] columns, int rows, double epsilon, int minPoints) {
    boolean[] core = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      int count = 0;
      for (int j = 0; j < rows; j++) {
        count += near(columns, i, j, epsilon) ? 1 : 0;
      }
      core[i] = count >= minPoints;
    }
    int[] labels = new int[rows];
    Arrays.fill(labels, -1);
    int cluster = 0;
    for (int i = 0; i < rows; i++) {
      if (!core[i] || labels[i] >= 0) {
        continue;
      }
      Deque<Integer> open = new ArrayDeque<>();
      open.push(i);
      labels[i] = cluster;
      while (!open.isEmpty()) {
        int at = open.pop();
        for (int j = 0; j < rows; j++) {
          if (labels[j] < 0 && near(columns, at, j, epsilon)) {
            labels[j] = cluster;
            if (core[j]) {
              open.push(j);
            }
          }
        }
      }
      cluster++;
    }
    return labels;
  }

  private static boolean near(double[][] columns, int a, int b, double epsilon) {
    double sum = 0;
    for (double[] column : columns) {
      sum += (column[a] - column[b]) * (column[a] - column[b]);
    }
    return sum <= epsilon * epsilon;
  }
}

package io.customer360.studio.cluster.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.Points;
import io.customer360.studio.cluster.kernel.Kernels;
import io.customer360.studio.cluster.kernel.ScalarKernel;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.quality.Agreement;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class KMeansTest {
  @Test
  void goesThroughTheSameIterationsAsAPlainLloyd() {
    double[][] columns = Points.clusters(3000, 4, 6, 2.5, 1);
    double[][] start = firstRows(columns, 6);
    for (int limit : new int[] {1, 2, 5, 100}) {
      Plain plain = new Plain(columns, start, limit);
      try (Workers workers = new Workers(2)) {
        KMeansResult found =
            new KMeans(workers).lloyd(columns, 3000, start, limit, 0, Progress.NONE);
        assertThat(found.labels()).isEqualTo(plain.labels);
        assertThat(found.inertia()).isCloseTo(plain.inertia, Offset.offset(1e-6));
        assertThat(found.converged()).isEqualTo(limit == 100);
      }
    }
  }

  @Test
  void oneAndTwoThreadsAndBothKernelsAgreeToTheLastBit() {
    double[][] columns = Points.clusters(30_000, 5, 7, 3, 2);
    KMeansOptions options = new KMeansOptions(7, 4, 300, 1e-4, 5_000, 11);
    KMeansResult first;
    try (Workers one = new Workers(1)) {
      first = new KMeans(one, Kernels.best()).fit(columns, 30_000, options, Progress.NONE);
    }
    try (Workers three = new Workers(3)) {
      KMeansResult second = new KMeans(three).fit(columns, 30_000, options, Progress.NONE);
      KMeansResult scalar =
          new KMeans(three, new ScalarKernel()).fit(columns, 30_000, options, Progress.NONE);
      for (KMeansResult other : new KMeansResult[] {second, scalar}) {
        assertThat(other.labels()).isEqualTo(first.labels());
        assertThat(other.centres()).isDeepEqualTo(first.centres());
        assertThat(other.inertia()).isEqualTo(first.inertia());
      }
    }
  }

  @Test
  void findsTheClustersThatAreThere() {
    int rows = 4000;
    double[][] columns = new double[2][rows];
    int[] truth = new int[rows];
    double[][] noise = Points.clusters(rows, 2, 1, 0.5, 3);
    for (int i = 0; i < rows; i++) {
      truth[i] = i % 9;
      columns[0][i] = noise[0][i] + 10 * (truth[i] % 3);
      columns[1][i] = noise[1][i] + 10 * (truth[i] / 3);
    }
    try (Workers workers = new Workers(2)) {
      KMeansResult found =
          new KMeans(workers).fit(columns, rows, KMeansOptions.of(9, 5), Progress.NONE);
      assertThat(Agreement.adjustedRand(found.labels(), truth)).isEqualTo(1);
      assertThat(found.converged()).isTrue();
    }
  }

  @Test
  void anEmptyClusterTakesTheFarthestRow() {
    double[][] columns = {{0, 0.1, 0.2, 10, 10.1, 50}};
    double[][] start = {{0}, {10}, {1000}};
    try (Workers workers = new Workers(2)) {
      KMeansResult found = new KMeans(workers).lloyd(columns, 6, start, 50, 0, Progress.NONE);
      assertThat(found.reseeded()).isEqualTo(1);
      assertThat(found.labels()).containsExactly(0, 0, 0, 1, 1, 2);
      assertThat(found.centres()[2]).containsExactly(50);
    }
  }

  @Test
  void asManyClustersAsRowsAndEqualRows() {
    try (Workers workers = new Workers(2)) {
      KMeans kMeans = new KMeans(workers);
      double[][] different = {{1, 2, 3, 4}};
      KMeansResult each = kMeans.fit(different, 4, KMeansOptions.of(4, 1), Progress.NONE);
      assertThat(each.inertia()).isZero();
      assertThat(Arrays.stream(each.labels()).distinct().count()).isEqualTo(4);
      double[][] equal = {new double[20], new double[20]};
      KMeansResult one = kMeans.fit(equal, 20, KMeansOptions.of(3, 1), Progress.NONE);
      assertThat(one.inertia()).isZero();
      assertThat(one.labels()).containsOnly(0);
      assertThatThrownBy(() -> kMeans.fit(different, 4, KMeansOptions.of(5, 1), Progress.NONE))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void dataFarFromZeroLosesNothing() {
    double[][] near = Points.clusters(2000, 3, 4, 1, 8);
    double[][] far = new double[3][];
    for (int j = 0; j < 3; j++) {
      far[j] = Arrays.stream(near[j]).map(value -> value + 1e7).toArray();
    }
    try (Workers workers = new Workers(2)) {
      KMeans kMeans = new KMeans(workers);
      KMeansResult a = kMeans.lloyd(near, 2000, firstRows(near, 4), 50, 0, Progress.NONE);
      KMeansResult b = kMeans.lloyd(far, 2000, firstRows(far, 4), 50, 0, Progress.NONE);
      assertThat(b.labels()).isEqualTo(a.labels());
    }
  }

  @Test
  void canBeCancelled() {
    double[][] columns = Points.clusters(1000, 2, 3, 1, 4);
    Progress cancelled =
        new Progress() {
          @Override
          public void stage(String words) {}

          @Override
          public void fraction(double done) {}

          @Override
          public boolean cancelled() {
            return true;
          }

          @Override
          public AutoCloseable onCancel(Runnable action) {
            return () -> {};
          }
        };
    try (Workers workers = new Workers(2)) {
      assertThatThrownBy(
              () -> new KMeans(workers).fit(columns, 1000, KMeansOptions.of(3, 1), cancelled))
          .isInstanceOf(CancellationException.class);
    }
  }

  private static double[][] firstRows(double[][] columns, int k) {
    double[][] start = new double[k][columns.length];
    for (int q = 0; q < k; q++) {
      for (int j = 0; j < columns.length; j++) {
        start[q][j] = columns[j][q * 7];
      }
    }
    return start;
  }

  /// Lloyd as in a textbook.
  private static final class Plain {
    private final int[] labels;
    private double inertia;

    Plain(double[][] columns, double[][] start, int limit) {
      int rows = columns[0].length;
      int k = start.length;
      double[][] centres = Arrays.stream(start).map(double[]::clone).toArray(double[][]::new);
      labels = new int[rows];
      Arrays.fill(labels, -1);
      for (int iteration = 0; iteration <= limit; iteration++) {
        boolean moved = false;
        inertia = 0;
        for (int i = 0; i < rows; i++) {
          double least = Double.POSITIVE_INFINITY;
          int best = -1;
          for (int q = 0; q < k; q++) {
            double sum = 0;
            for (int j = 0; j < columns.length; j++) {
              sum += (columns[j][i] - centres[q][j]) * (columns[j][i] - centres[q][j]);
            }
            if (sum < least) {
              least = sum;
              best = q;
            }
          }
          moved |= labels[i] != best;
          labels[i] = best;
          inertia += least;
        }
        if (!moved || iteration == limit) {
          return;
        }
        double[][] sums = new double[k][columns.length];
        int[] counts = new int[k];
        for (int i = 0; i < rows; i++) {
          counts[labels[i]]++;
          for (int j = 0; j < columns.length; j++) {
            sums[labels[i]][j] += columns[j][i];
          }
        }
        for (int q = 0; q < k; q++) {
          for (int j = 0; j < columns.length; j++) {
            centres[q][j] = sums[q][j] / counts[q];
          }
        }
      }
    }
  }
}

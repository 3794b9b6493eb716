package io.customer360.studio.cluster.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.quality.Agreement;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MixtureTest {
  private static final int ROWS = 9_000;

  /// Two long thin clouds that cross no axis, and a small round one: k-means cuts them wrongly.
  private static double[][] clouds(int[] truth) {
    SplittableRandom random = new SplittableRandom(3);
    double[][] columns = new double[2][ROWS];
    for (int i = 0; i < ROWS; i++) {
      truth[i] = i % 3;
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      if (truth[i] < 2) {
        columns[0][i] = 4 * a + 0.3 * b;
        columns[1][i] = 4 * a - 0.3 * b + (truth[i] == 0 ? 2.5 : -2.5);
      } else {
        columns[0][i] = 9 + 0.4 * a;
        columns[1][i] = -6 + 0.4 * b;
      }
    }
    return columns;
  }

  @Test
  void leaningCloudsAreToldApart() {
    int[] truth = new int[ROWS];
    double[][] columns = clouds(truth);
    try (Workers workers = new Workers(2)) {
      MixtureResult full =
          Mixture.fit(
              columns,
              ROWS,
              new MixtureOptions(3, true, 500, 1e-7, 1e-6, 1),
              10,
              workers,
              Progress.NONE);
      assertThat(full.converged()).isTrue();
      assertThat(Agreement.adjustedRand(full.labels(), truth)).isGreaterThan(0.98);
      MixtureResult diagonal =
          Mixture.fit(columns, ROWS, MixtureOptions.of(3, false, 1), 10, workers, Progress.NONE);
      assertThat(full.bic()).isLessThan(diagonal.bic());
      for (int q = 0; q < 3; q++) {
        assertThat(full.weights()[q]).isCloseTo(1 / 3.0, within(0.01));
      }
    }
  }

  @Test
  void likelihoodIsThatOfTheDensityWrittenOut() {
    double[][] columns = clouds(new int[ROWS]);
    for (boolean full : new boolean[] {true, false}) {
      try (Workers workers = new Workers(2)) {
        MixtureResult found =
            Mixture.fit(columns, ROWS, MixtureOptions.of(3, full, 1), 3, workers, Progress.NONE);
        double sum = 0;
        for (int i = 0; i < ROWS; i++) {
          double density = 0;
          double best = 0;
          for (int q = 0; q < 3; q++) {
            double part = found.weights()[q] * density(found, q, columns[0][i], columns[1][i]);
            density += part;
            best = Math.max(best, part);
          }
          sum += Math.log(density);
          assertThat(found.membership()[i]).isCloseTo(best / density, within(1e-9));
        }
        assertThat(found.logLikelihood()).isCloseTo(sum / ROWS, within(1e-9));
        double free = 2 + 6 + (full ? 9 : 6);
        assertThat(found.bic()).isCloseTo(-2 * sum + free * Math.log(ROWS), within(1e-4));
      }
    }
  }

  private static double density(MixtureResult mixture, int q, double x, double y) {
    double[][] c = mixture.covariances()[q];
    double dx = x - mixture.means()[q][0];
    double dy = y - mixture.means()[q][1];
    double determinant = c[0][0] * c[1][1] - c[0][1] * c[1][0];
    double squared = (c[1][1] * dx * dx - 2 * c[0][1] * dx * dy + c[0][0] * dy * dy) / determinant;
    return Math.exp(-squared / 2) / (2 * Math.PI * Math.sqrt(determinant));
  }

  @Test
  void moreIterationsNeverMakeItWorseAndThreadsDoNotMatter() {
    double[][] columns = clouds(new int[ROWS]);
    double before = Double.NEGATIVE_INFINITY;
    for (int limit = 1; limit < 12; limit++) {
      MixtureOptions options = new MixtureOptions(3, true, limit, 0, 1e-6, 1);
      MixtureResult one;
      try (Workers workers = new Workers(1)) {
        one = Mixture.fit(columns, ROWS, options, 2, workers, Progress.NONE);
      }
      assertThat(one.logLikelihood()).isGreaterThanOrEqualTo(before - 1e-12);
      before = one.logLikelihood();
      if (limit == 5) {
        try (Workers workers = new Workers(3)) {
          MixtureResult other = Mixture.fit(columns, ROWS, options, 2, workers, Progress.NONE);
          assertThat(other.means()).isDeepEqualTo(one.means());
          assertThat(other.labels()).isEqualTo(one.labels());
        }
      }
    }
  }

  @Test
  void equalRowsDoNotCollapse() {
    double[][] columns = {new double[40], new double[40]};
    Arrays.fill(columns[0], 20, 40, 3);
    try (Workers workers = new Workers(1)) {
      MixtureResult found =
          Mixture.fit(columns, 40, MixtureOptions.of(2, true, 1), 2, workers, Progress.NONE);
      assertThat(found.logLikelihood()).isFinite();
      assertThat(Arrays.stream(found.labels()).distinct().count()).isEqualTo(2);
    }
  }
}

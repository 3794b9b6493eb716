package io.customer360.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MeasuresTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void areaEqualsTheCountOfAllPairs(long seed) {
    Random random = new Random(seed);
    int n = 200;
    double[] scores = new double[n];
    boolean[] labels = new boolean[n];
    for (int i = 0; i < n; i++) {
      scores[i] = random.nextInt(30) / 10.0; // many ties
      labels[i] = random.nextInt(30) / 10.0 < scores[i];
    }
    double wins = 0;
    double pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (labels[i] && !labels[j]) {
          pairs++;
          wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    assertThat(Ranking.of(scores, labels).auc()).isCloseTo(wins / pairs, within(1e-12));
  }

  @Test
  void standardErrorOfTheAreaEqualsTheBootstraps() {
    Random random = new Random(11);
    int n = 600;
    double[] scores = new double[n];
    boolean[] labels = new boolean[n];
    for (int i = 0; i < n; i++) {
      labels[i] = random.nextDouble() < 0.3;
      scores[i] = random.nextGaussian() + (labels[i] ? 0.8 : 0);
    }
    double[] areas = new double[800];
    for (int b = 0; b < areas.length; b++) {
      double[] some = new double[n];
      boolean[] someLabels = new boolean[n];
      for (int i = 0; i < n; i++) {
        int at = random.nextInt(n);
        some[i] = scores[at];
        someLabels[i] = labels[at];
      }
      areas[b] = Ranking.of(some, someLabels).auc();
    }
    double mean = Arrays.stream(areas).average().orElseThrow();
    double sd =
        Math.sqrt(Arrays.stream(areas).map(a -> (a - mean) * (a - mean)).sum() / areas.length);
    assertThat(Ranking.of(scores, labels).standardError()).isCloseTo(sd, within(0.1 * sd));
  }

  @Test
  void oneClassHasNoArea() {
    assertThat(Ranking.of(new double[] {1, 2}, new boolean[] {true, true}).auc()).isNaN();
  }

  @Test
  void calibrationMendsOverconfidence() {
    Random random = new Random(3);
    int n = 20_000;
    double[] logOdds = new double[n];
    boolean[] labels = new boolean[n];
    for (int i = 0; i < n; i++) {
      double truth = random.nextGaussian() - 1;
      labels[i] = random.nextDouble() < Calibration.sigmoid(truth);
      logOdds[i] = 3 * truth + 2;
    }
    Calibration fitted = Calibration.fit(logOdds, labels);
    double[] before = Calibration.NONE.apply(logOdds);
    double[] after = fitted.apply(logOdds);
    assertThat(fitted.slope()).isCloseTo(1 / 3.0, within(0.03));
    assertThat(fitted.shift()).isCloseTo(-2 / 3.0, within(0.06));
    assertThat(Judgement.brier(after, labels)).isLessThan(Judgement.brier(before, labels) - 0.02);
    assertThat(Judgement.calibrationError(Judgement.reliability(after, labels))).isLessThan(0.015);
    assertThat(Judgement.calibrationError(Judgement.reliability(before, labels)))
        .isGreaterThan(0.1);
  }

  @Test
  void calibrationSurvivesPerfectSeparation() {
    double[] logOdds = {-3, -2, -1, 1, 2, 3};
    boolean[] labels = {false, false, false, true, true, true};
    Calibration fitted = Calibration.fit(logOdds, labels);
    assertThat(fitted.slope()).isPositive().isFinite();
    assertThat(fitted.apply(3)).isBetween(0.6, 1.0);
  }

  @Test
  void measuresOfAKnownCase() {
    double[] p = {0.1, 0.4, 0.35, 0.8};
    boolean[] y = {false, false, true, true};
    ModelMetrics metrics = Judgement.judge(p, y, new double[] {1, 2, 3, 4});
    assertThat(metrics.auc()).isEqualTo(0.75);
    assertThat(metrics.aucBaseline()).isEqualTo(1);
    assertThat(metrics.brier()).isCloseTo((0.01 + 0.16 + 0.65 * 0.65 + 0.04) / 4, within(1e-12));
    assertThat(metrics.logLoss())
        .isCloseTo(
            -(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8)) / 4, within(1e-12));
    assertThat(metrics.brierBaseline()).isEqualTo(0.25);
    assertThat(metrics.reliability()).hasSize(4);
  }

  @Test
  void equalScoresShareABin() {
    double[] p = new double[100];
    boolean[] y = new boolean[100];
    Arrays.fill(p, 0.3);
    Arrays.fill(y, 0, 30, true);
    assertThat(Judgement.reliability(p, y))
        .singleElement()
        .satisfies(bin -> assertThat(bin.observed()).isEqualTo(0.3));
  }

  @Test
  void printedPartsAddUp() {
    Random random = new Random(9);
    for (int turn = 0; turn < 1000; turn++) {
      double[] parts = new double[1 + random.nextInt(8)];
      double sum = 0;
      for (int i = 0; i < parts.length; i++) {
        parts[i] = random.nextGaussian() * 0.2;
        sum += parts[i];
      }
      double base = random.nextDouble();
      double whole = Apportionment.round(base + sum, 2) - Apportionment.round(base, 2);
      double[] printed = Apportionment.round(parts, whole, 2);
      assertThat(Arrays.stream(printed).sum()).isCloseTo(whole, within(1e-9));
      for (int i = 0; i < parts.length; i++) {
        assertThat(printed[i]).isCloseTo(parts[i], within(0.0201));
      }
    }
  }
}

package io.customer360.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.feature.FeatureCatalog;
import io.customer360.feature.FeatureMatrix;
import io.customer360.feature.FeatureShape;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScorerTest {
  private static final String[] NAMES = {"recency_days", "late_60d", "last_rating"};
  private static final List<Preparation.Column> COLUMNS =
      List.of(
          new Preparation.Column("recency_days", FeatureShape.LOG, 0, 3650),
          new Preparation.Column("late_60d", FeatureShape.LINEAR, 0, 3),
          new Preparation.Column("last_rating", FeatureShape.LINEAR, 1, 5));

  @Test
  void barsAddUpToTheScoreExactlyAndAsPrinted() {
    Table table = table(4000, 1);
    Scorer scorer = learn(table).scorer();
    FeatureMatrix matrix = matrix(table);
    Scorer.Scores scores = scorer.score(matrix);
    Explainer explainer = new Explainer(scorer, new FeatureCatalog("GBP"));
    double[][] contributions = explainer.contributions(scores);
    for (int i = 0; i < 500; i++) {
      double score = scores.score()[i];
      List<Contribution> bars =
          explainer.bars(contributions, i, score, matrix.row(i), Instant.EPOCH);
      double sum = bars.stream().mapToDouble(Contribution::contribution).sum();
      assertThat(scorer.base() + sum).isCloseTo(score, within(1e-9));
      double all = Arrays.stream(contributions).mapToDouble(reason -> reason[0]).sum();
      assertThat(scorer.base() + all).isCloseTo(scores.score()[0], within(1e-9));
      double printed = bars.stream().mapToDouble(Contribution::printed).sum();
      assertThat(Apportionment.round(scorer.base(), 2) + printed)
          .isCloseTo(Apportionment.round(score, 2), within(1e-9));
      assertThat(bars).hasSize(Explainer.NAMED + 1);
      assertThat(bars.getLast().feature()).isEqualTo("other");
    }
  }

  @Test
  void aReasonPointsTheWayItsInputsDo() {
    Table table = table(4000, 2);
    Scorer scorer = learn(table).scorer();
    FeatureMatrix two =
        new FeatureMatrix(
            new String[] {"a", "b"}, List.of(NAMES), new double[][] {{60, 60}, {3, 0}, {3, 3}});
    Explainer explainer = new Explainer(scorer, new FeatureCatalog("GBP"));
    Scorer.Scores scores = scorer.score(two);
    assertThat(scores.score()[0]).isGreaterThan(scores.score()[1]);
    int late =
        IntStream.range(0, explainer.reasons())
            .filter(r -> explainer.reason(r).name().equals("late_deliveries"))
            .findFirst()
            .orElseThrow();
    double[][] contributions = explainer.contributions(scores);
    assertThat(contributions[late][0]).isPositive();
    assertThat(contributions[late][1]).isNegative();
  }

  /// Who orders every 19 days and has been quiet for 37 is a keen buyer and overdue at once: each
  /// is said on its own, with its own sign.
  @Test
  void aKeenBuyerGoneQuietIsToldBothWays() {
    Preparation preparation =
        new Preparation(
            List.of(
                input("overdue_gaps", Math.log1p(0.16), 0.36),
                input("gap_mean_days", Math.log1p(112), 0.71),
                input("visits_30d", Math.log1p(0.5), 0.69),
                input("visit_trend", 0, 1)));
    Scorer scorer =
        new Scorer(
            preparation,
            new double[] {0.4, 0.7, -0.3, -0.2},
            0,
            Calibration.NONE,
            new Uncertainty(new double[4][4]),
            List.of());
    Explainer explainer = new Explainer(scorer, new FeatureCatalog("GBP"));
    FeatureMatrix one =
        new FeatureMatrix(
            new String[] {"a"},
            List.of("overdue_gaps", "gap_mean_days", "visits_30d", "visit_trend", "recency_days"),
            new double[][] {{0.93}, {19}, {2}, {-1.1}, {36.5}});
    double[][] prepared = preparation.apply(one.columns().toArray(String[]::new), one.values(), 1);
    double logOdds = TribuoLogistic.logOdds(scorer.weights(), 0, prepared, 1)[0];
    double score = Calibration.sigmoid(logOdds);
    double[][] parts =
        explainer.contributions(
            new Scorer.Scores(
                prepared,
                new double[] {logOdds},
                new double[] {score},
                new double[1],
                new double[1],
                new double[1]));
    assertThat(part(explainer, parts, "order_timing")).isPositive();
    assertThat(part(explainer, parts, "order_frequency")).isNegative();
    assertThat(part(explainer, parts, "visits")).isNegative();
    assertThat(part(explainer, parts, "visit_trend")).isPositive();
    assertThat(preparation.average("gap_mean_days")).isCloseTo(112, within(1e-9));
    assertThat(preparation.average("late_60d")).isNaN();
  }

  private static double part(Explainer explainer, double[][] parts, String reason) {
    return parts[
        IntStream.range(0, explainer.reasons())
            .filter(r -> explainer.reason(r).name().equals(reason))
            .findFirst()
            .orElseThrow()][
        0];
  }

  private static Preparation.Input input(String column, double mean, double deviation) {
    FeatureShape shape = column.equals("visit_trend") ? FeatureShape.LINEAR : FeatureShape.LOG;
    return new Preparation.Input(column, false, shape, -4, 3650, mean, deviation);
  }

  @Test
  void weightsAndTheirSpreadAgreeWithRepeatedDraws() {
    FeatureMatrix one =
        new FeatureMatrix(new String[] {"a"}, List.of(NAMES), new double[][] {{90}, {1}, {2}});
    int draws = 60;
    double[] logOdds = new double[draws];
    double said = 0;
    for (int d = 0; d < draws; d++) {
      Scorer scorer = learn(table(1500, 100 + d)).scorer();
      Scorer.Scores scores = scorer.score(one);
      logOdds[d] = scores.logOdds()[0];
      said += scorer.uncertainty().standardErrors(scores.prepared(), 1)[0] / draws;
    }
    double mean = Arrays.stream(logOdds).average().orElseThrow();
    double sd =
        Math.sqrt(Arrays.stream(logOdds).map(f -> (f - mean) * (f - mean)).sum() / (draws - 1));
    assertThat(said).isCloseTo(sd, within(0.35 * sd));
    // The truth: log-odds -4 + 0.8 log1p(recency) + late - 0.3 (rating - 3).
    assertThat(mean).isCloseTo(-4 + 0.8 * Math.log1p(90) + 1 + 0.3, within(0.25));
  }

  @Test
  void whatIsUnknownOfACustomerCostsConfidence() {
    Scorer scorer = learn(table(4000, 3)).scorer();
    FeatureMatrix two =
        new FeatureMatrix(
            new String[] {"known", "unknown"},
            List.of(NAMES),
            new double[][] {{60, Double.NaN}, {0, 0}, {3, Double.NaN}});
    double[] confidence = scorer.score(two).confidence();
    assertThat(confidence[0]).isGreaterThan(confidence[1] + 0.2);
  }

  @Test
  void badCalibrationWidensTheInterval() {
    Scorer scorer = learn(table(4000, 3)).scorer();
    FeatureMatrix matrix = matrix(table(10, 4));
    Scorer off = scorer.judged(List.of(new ReliabilityBin(50, 1, 0.5, 0.8, 0.7, 0.9)));
    assertThat(off.score(matrix).high()[0]).isGreaterThan(scorer.score(matrix).high()[0] + 0.1);
    assertThat(off.score(matrix).confidence()[0]).isLessThan(scorer.score(matrix).confidence()[0]);
  }

  private static Learner.Learnt learn(Table table) {
    return new Learner(COLUMNS, 1, 3, 7)
        .learn(table, IntStream.range(0, table.rows()).toArray(), Instant.EPOCH, Map.of());
  }

  private static FeatureMatrix matrix(Table table) {
    return new FeatureMatrix(new String[table.rows()], List.of(NAMES), table.values());
  }

  private static Table table(int rows, long seed) {
    Random random = new Random(seed);
    double[][] values = new double[3][rows];
    boolean[] labels = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      values[0][i] = random.nextInt(200);
      values[1][i] = random.nextInt(10) == 0 ? 1 + random.nextInt(3) : 0;
      double rating = 1 + random.nextInt(5);
      values[2][i] = random.nextInt(4) == 0 ? Double.NaN : rating;
      double logOdds =
          -4
              + 0.8 * Math.log1p(values[0][i])
              + values[1][i]
              - (Double.isNaN(values[2][i]) ? 0 : 0.3 * (rating - 3));
      labels[i] = random.nextDouble() < Calibration.sigmoid(logOdds);
    }
    return new Table(IntStream.range(0, rows).toArray(), NAMES, values, labels);
  }
}

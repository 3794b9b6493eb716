package io.customer360.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customer360.fault.WorkbenchException;
import io.customer360.feature.FeatureCatalog;
import io.customer360.feature.GoldTables;
import io.customer360.job.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingTest {
  private static final FeatureCatalog CATALOG = new FeatureCatalog("GBP");
  private static Connection lake;

  @TempDir Path folder;

  @BeforeAll
  static void fill() throws SQLException {
    lake = GoldTables.lively(2500, 17);
  }

  @AfterAll
  static void close() throws SQLException {
    lake.close();
  }

  @Test
  void learnsJudgesAndRegistersBothModels() throws Exception {
    TrainingReport report = train(folder, 10_000);
    assertThat(report.untrained()).isEmpty();
    assertThat(report.trained()).extracting(ModelCard::name).containsExactly("churn", "propensity");
    for (ModelCard card : report.trained()) {
      ModelMetrics metrics = card.metrics();
      assertThat(metrics.auc()).isBetween(0.6, 0.99);
      assertThat(metrics.aucLow()).isLessThan(metrics.auc());
      assertThat(metrics.auc()).isGreaterThan(metrics.aucBaseline());
      assertThat(metrics.brier()).isLessThan(metrics.brierBaseline());
      assertThat(metrics.calibrationError()).isLessThan(0.06);
      assertThat(card.version()).isEqualTo("v1");
      assertThat(card.trainedTo()).isEqualTo(card.judgedAt());
      assertThat(card.features()).isEqualTo(CATALOG.columns());
      assertThat(card.provenance()).containsKey("tribuo");
    }
    Path v1 = folder.resolve("churn/v1");
    assertThat(v1.resolve("model.tribuo")).exists();
    assertThat(v1.resolve("card.json")).content().contains("\"calibrationError\"");
    assertThat(new ModelRegistry(folder).load("churn")).isPresent();
  }

  @Test
  void theOutcomeOfWhatIsLearntEndsBeforeTheJudgedDay() {
    Instant today = GoldTables.TODAY;
    for (ModelKind kind : ModelKind.values()) {
      SnapshotPlan plan = SnapshotPlan.of(kind, today.minus(Duration.ofDays(900)), today);
      Duration horizon = Duration.ofDays(kind.horizonDays());
      assertThat(plan.judgeFrom())
          .hasSize(4)
          .allMatch(d -> !d.plus(horizon).isAfter(plan.judgedAt()));
      assertThat(plan.judgedAt().plus(horizon)).isEqualTo(today);
      assertThat(plan.learnFrom()).hasSize(4).allMatch(d -> !d.plus(horizon).isAfter(today));
    }
    assertThat(
            SnapshotPlan.of(ModelKind.CHURN, today.minus(Duration.ofDays(200)), today).judgeFrom())
        .isEmpty();
  }

  @Test
  void shuffledOutcomesTeachNothing() throws Exception {
    try (LearningSample sample = LearningSample.take(lake, CATALOG, 7, 10_000)) {
      SnapshotPlan plan =
          SnapshotPlan.of(ModelKind.CHURN, sample.firstOrder().orElseThrow(), GoldTables.TODAY);
      Table learnFrom = sample.stack(plan.judgeFrom(), ModelKind.CHURN);
      Table judged = sample.on(plan.judgedAt(), ModelKind.CHURN);
      Random random = new Random(1);
      Table shuffled = learnFrom.withLabels(shuffle(learnFrom.labels(), random));
      Scorer scorer =
          learner().learn(shuffled, rows(shuffled), GoldTables.TODAY, Map.of()).scorer();
      // Outcomes on the judged day are shuffled too: what a signal in the features could still
      // rank by chance is gone, and any leak of outcomes into features would show.
      Table unrelated = judged.withLabels(shuffle(judged.labels(), random));
      Ranking ranking =
          Ranking.of(
              scorer
                  .score(
                      new io.customer360.feature.FeatureMatrix(
                          new String[unrelated.rows()],
                          List.of(unrelated.names()),
                          unrelated.values()))
                  .score(),
              unrelated.labels());
      assertThat(ranking.auc()).isCloseTo(0.5, within(4 * ranking.standardError()));
      // Held-out customers of the shuffled rows: nothing to find there either.
      double area = heldOutArea(shuffled);
      double sd = Ranking.of(new double[shuffled.rows()], shuffled.labels()).auc();
      assertThat(sd).isEqualTo(0.5);
      assertThat(area).isCloseTo(0.5, within(0.05));
    }
  }

  @Test
  void theSameSeedMakesTheSameModel(@TempDir Path other) throws Exception {
    List<ModelCard> first = train(folder, 1_200).trained();
    List<ModelCard> again = train(other, 1_200).trained();
    assertThat(first)
        .extracting(ModelCard::hash)
        .isEqualTo(again.stream().map(ModelCard::hash).toList());
    assertThat(Files.readString(folder.resolve("churn/v1/scorer.json")))
        .isEqualTo(Files.readString(other.resolve("churn/v1/scorer.json")));
    assertThat(new ModelRegistry(folder).load("churn").orElseThrow().scorer().weights())
        .isEqualTo(new ModelRegistry(other).load("churn").orElseThrow().scorer().weights());
    // A sample leaves nothing behind on the connection.
    assertThat(GoldTables.number(lake, "select count(*) from duckdb_tables() where temporary"))
        .isZero();
  }

  @Test
  void saysSoWhenThereIsTooLittle() throws Exception {
    try (Connection few = GoldTables.lively(30, 3);
        Connection none = GoldTables.empty()) {
      assertThat(train(few, folder).untrained())
          .hasSize(2)
          .allSatisfy(u -> assertThat(u.reason()).contains("at least 50"));
      assertThat(train(none, folder).untrained())
          .hasSize(2)
          .allSatisfy(u -> assertThat(u.reason()).contains("no orders"));
      assertThat(folder.resolve("churn")).doesNotExist();
    }
  }

  @Test
  void refusesAModelThatWasTamperedWith() throws Exception {
    train(folder, 1_200);
    Path file = folder.resolve("churn/v1/scorer.json");
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\"shift\" : ", "\"shift\" : 1"));
    assertThatThrownBy(() -> new ModelRegistry(folder).load("churn"))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("was changed after it was registered");
    assertThatThrownBy(() -> new ModelRegistry(folder).use("churn", "v9"))
        .hasMessageContaining("Known: v1");
  }

  private static double heldOutArea(Table table) {
    int[] even = IntStream.range(0, table.rows()).filter(i -> table.groups()[i] % 2 == 0).toArray();
    int[] odd = IntStream.range(0, table.rows()).filter(i -> table.groups()[i] % 2 == 1).toArray();
    Table held = table.select(odd);
    double[] logOdds = learner().fit(table.select(even), GoldTables.TODAY, Map.of()).logOdds(held);
    return Ranking.of(logOdds, held.labels()).auc();
  }

  private static boolean[] shuffle(boolean[] labels, Random random) {
    boolean[] shuffled = labels.clone();
    for (int i = shuffled.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      boolean kept = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = kept;
    }
    return shuffled;
  }

  private static int[] rows(Table table) {
    return IntStream.range(0, table.rows()).toArray();
  }

  private static Learner learner() {
    return new Learner(
        CATALOG.features().stream()
            .map(f -> new Preparation.Column(f.column(), f.shape(), f.floor(), f.cap()))
            .toList(),
        0.02,
        3,
        7);
  }

  private static TrainingReport train(Path models, int atMost) throws SQLException {
    return new Training(new ModelRegistry(models), CATALOG, atMost)
        .train(lake, List.of(ModelKind.values()), GoldTables.TODAY, 7, Progress.NONE);
  }

  private static TrainingReport train(Connection connection, Path models) throws SQLException {
    return new Training(new ModelRegistry(models), CATALOG)
        .train(connection, List.of(ModelKind.values()), GoldTables.TODAY, 7, Progress.NONE);
  }
}

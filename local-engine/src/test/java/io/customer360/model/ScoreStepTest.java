package io.customer360.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.feature.FeatureCatalog;
import io.customer360.feature.FeatureSql;
import io.customer360.feature.GoldTables;
import io.customer360.job.Progress;
import io.customer360.lakehouse.ColumnEdge;
import io.customer360.lakehouse.StepContext;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScoreStepTest {
  @TempDir Path folder;

  @Test
  void scoresExplainsAndRollsBack() throws Exception {
    try (Workspace workspace = workspace();
        Connection lake = GoldTables.lively(1200, 23)) {
      features(lake);
      ScoreStep step = new ScoreStep(workspace.models());
      String before = step.version();
      run(step, lake, workspace);
      assertThat(step.version()).isEqualTo(before);

      assertThat(
              GoldTables.number(lake, "select count(*) from gold.score where model = 'propensity'"))
          .isEqualTo(1200);
      assertThat(GoldTables.number(lake, "select count(*) from gold.score where model = 'churn'"))
          .isEqualTo(
              GoldTables.number(lake, "select count(*) from gold.feature where orders_365d > 0"));
      assertThat(
              GoldTables.number(
                  lake,
                  "select count(*) from gold.score where not (0 <= low and low <= score and score <="
                      + " high and high <= 1 and confidence between 0 and 1)"))
          .isZero();
      // Base + contributions = score, for everybody: one base for each model.
      assertThat(
              GoldTables.number(
                  lake,
                  """
                  select max(high - low) from (
                    select model, max(base) as high, min(base) as low from (
                      select s.model, s.customer_id, any_value(s.score) - sum(r.contribution) as base
                      from gold.score s join gold.score_reason r using (customer_id, model)
                      group by all)
                    group by model)
                  """))
          .isCloseTo(0, within(1e-9));
      assertThat(
              GoldTables.number(
                  lake,
                  "select count(*) from (select 1 from gold.score_reason group by customer_id, model"
                      + " having count(*) <> 7 or max(position) <> 7)"))
          .isZero();

      List<String> first = scores(lake);
      run(step, lake, workspace);
      assertThat(scores(lake)).isEqualTo(first);
      ModelRegistry registry = new ModelRegistry(workspace.models());
      assertThat(registry.versions("churn")).as("never retrains by itself").hasSize(1);

      new Training(registry, new FeatureCatalog("GBP"), 600)
          .train(lake, List.of(ModelKind.values()), GoldTables.TODAY, 99, Progress.NONE);
      assertThat(step.version()).isNotEqualTo(before);
      run(step, lake, workspace);
      assertThat(scores(lake)).isNotEqualTo(first);
      registry.use("churn", "v1");
      registry.use("propensity", "v1");
      run(step, lake, workspace);
      assertThat(scores(lake)).isEqualTo(first);

      // What happened later does not reach the scores of a past day.
      List<String> past = pastScores(lake);
      assertThat(past).hasSizeGreaterThan(1200 * 6);
      try (Statement statement = lake.createStatement()) {
        statement.execute(
            "delete from gold.orders where ordered_at > "
                + FeatureSql.literal(GoldTables.TODAY.minus(Duration.ofDays(14))));
      }
      run(step, lake, workspace);
      assertThat(pastScores(lake)).isEqualTo(past);
    }
  }

  /// What a step says of its columns names tables it reads and writes, and columns that are there.
  @Test
  void aScoreIsTracedToTheFeaturesItWeighs() throws Exception {
    try (Workspace workspace = workspace();
        Connection lake = GoldTables.lively(200, 23)) {
      features(lake);
      ScoreStep step = new ScoreStep(workspace.models());
      run(step, lake, workspace);
      assertThat(step.columns())
          .filteredOn(
              edge -> edge.toTable().equals("gold.score") && edge.toColumn().equals("score"))
          .hasSize(new FeatureCatalog("GBP").features().size());
      for (ColumnEdge edge : step.columns()) {
        assertThat(step.reads()).contains(edge.fromTable());
        assertThat(step.writes()).contains(edge.toTable());
        try (Statement statement = lake.createStatement()) {
          statement.execute("select " + edge.fromColumn() + " from " + edge.fromTable());
          statement.execute("select " + edge.toColumn() + " from " + edge.toTable());
        }
      }
    }
  }

  private static List<String> pastScores(Connection lake) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Statement statement = lake.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select customer_id || ' ' || model || ' ' || as_of || ' ' || score"
                    + " from gold.score_history order by all")) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  @Test
  void leavesTheTablesEmptyWithTooLittleToLearnFrom() throws Exception {
    try (Workspace workspace = workspace();
        Connection lake = GoldTables.lively(20, 1)) {
      features(lake);
      run(new ScoreStep(workspace.models()), lake, workspace);
      assertThat(GoldTables.number(lake, "select count(*) from gold.score")).isZero();
      assertThat(GoldTables.number(lake, "select count(*) from gold.score_reason")).isZero();
    }
  }

  private Workspace workspace() {
    return Workspace.create(
        folder.resolve("w.c360"),
        WorkspaceSettings.of("Test", "GBP", "Europe/London", "fixed:" + GoldTables.TODAY));
  }

  private static void features(Connection lake) throws Exception {
    GoldTables.execute(
        lake, "create table gold.feature as " + FeatureSql.load().on(GoldTables.TODAY));
  }

  private static void run(ScoreStep step, Connection lake, Workspace workspace) throws Exception {
    GoldTables.execute(lake, "begin transaction");
    step.run(lake, new StepContext(GoldTables.TODAY, 7, workspace, Progress.NONE));
    GoldTables.execute(lake, "commit");
  }

  private static List<String> scores(Connection lake) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Statement statement = lake.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select customer_id || model || score || low || high from gold.score order by 1")) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}

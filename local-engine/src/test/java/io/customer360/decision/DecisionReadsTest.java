package io.customer360.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.decision.lake.DecisionReader;
import io.customer360.decision.lake.Observation;
import io.customer360.decision.rule.Facts;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionReadsTest {
  private static DecisionWorld world;

  @BeforeAll
  static void open(@TempDir Path folder) {
    world = new DecisionWorld(folder, 12);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  /// One customer is read by another text of the statements than many are.
  @Test
  void oneCustomerIsSeenAsAmongMany() {
    world.decisions().runAgents(AgentRunRequest.ALL, Progress.NONE);
    Instant now = world.clock.instant();
    DecisionReader reader = new DecisionReader();
    List<String> ids =
        world.lake.read(
            c -> Rows.list(c, "select customer_id from gold.customer", row -> row.getString(1)));
    Observation all = world.lake.read(c -> reader.observe(c, ids, now));
    assertThat(all.facts()).hasSize(12);
    assertThat(all.contacts()).isNotEmpty();
    assertThat(all.consents()).isNotEmpty();
    for (String id : ids) {
      Observation one = world.lake.read(c -> reader.observe(c, List.of(id), now));
      assertThat(one.facts()).containsOnlyKeys(id);
      assertThat(one.facts().get(id).all()).isEqualTo(all.facts().get(id).all());
      assertThat(one.consents().get(id)).isEqualTo(all.consents().get(id));
      assertThat(one.contacts().get(id)).isEqualTo(all.contacts().get(id));
    }
    for (String nobody : List.of("C-999999", "x'y", "a\0b", "a\n--${now}?$1")) {
      Map<String, Facts> none = world.lake.read(c -> reader.facts(c, List.of(nobody), now));
      assertThat(none).isEmpty();
    }
  }

  @Test
  void theVersionOfAModelIsThatOfTheScoresThereAre() {
    DecisionReader reader = new DecisionReader();
    scores("v1", "first");
    assertThat(version(reader)).isEqualTo("v1");
    scores("v2", "first");
    assertThat(version(reader)).as("kept while the content is the same").isEqualTo("v1");
    scores("v2", "second");
    assertThat(version(reader)).isEqualTo("v2");
  }

  private static String version(DecisionReader reader) {
    return String.valueOf(
        world
            .lake
            .read(c -> reader.observe(c, List.of("C-000001"), world.clock.instant()))
            .models()
            .get("churn"));
  }

  private static void scores(String version, String hash) {
    world.run("update gold.score set version = '" + version + "'");
    world.run("delete from ops.model_state where name = 'gold.score'");
    world.run(
        "insert into ops.model_state (name, builder, fingerprint, rows, seconds, hash, built_at)"
            + " values ('gold.score', 'model:score', '', 0, 0, '"
            + hash
            + "', now()::timestamp)");
  }
}

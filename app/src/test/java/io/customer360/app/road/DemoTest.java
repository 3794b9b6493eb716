package io.customer360.app.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.app.command.Terminal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The whole road on a small sample, through the command line.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private JsonNode report = JSON.nullNode();

  @BeforeAll
  void walk() throws Exception {
    Terminal.Result demo =
        Terminal.run("demo", "--customers", "1200", "--json", "--folder", workspace().toString());
    assertThat(demo.code()).as(demo.err()).isZero();
    report = JSON.readTree(demo.out());
  }

  private static Path workspace() {
    return folder.resolve("demo.c360");
  }

  @Test
  void nothingIsLostBetweenTheStations() {
    assertThat(report.path("customers").asInt()).isBetween(1_100, 1_500);
    assertThat(report.path("source_records").asInt())
        .isGreaterThan(report.path("customers").asInt());
    assertThat(report.at("/decisions/created").asInt())
        .isGreaterThanOrEqualTo(report.at("/decisions/pending").asInt());
    assertThat(report.at("/decisions/pending").asInt()).isPositive();
    assertThat(report.at("/delivered/sent").asInt()).isPositive();
    assertThat(report.at("/delivered/duplicates").asInt()).isZero();
    assertThat(report.at("/replay/identical").asInt())
        .isEqualTo(report.at("/replay/decisions").asInt())
        .isPositive();
    assertThat(report.at("/audit/verified").asBoolean()).isTrue();
  }

  @Test
  void whatIsMeasuredIsBetterThanChance() {
    assertThat(report.at("/identity/precision").asDouble()).isGreaterThan(0.98);
    assertThat(report.at("/identity/recall").asDouble()).isGreaterThan(0.6);
    assertThat(report.at("/models/churn/auc").asDouble())
        .isGreaterThan(report.at("/models/churn/auc_baseline").asDouble())
        .isLessThan(0.97);
    assertThat(report.at("/models/churn/brier").asDouble()).isBetween(0.01, 0.25);
  }

  @Test
  void aSecondRefreshBuildsNothingAndAFullOneGivesTheSame() throws Exception {
    JsonNode again = json("refresh", "--json");
    again.path("models").forEach(model -> assertThat(model.path("skipped").asBoolean()).isTrue());
    JsonNode full = json("refresh", "--full", "--json");
    assertThat(full.path("models").size()).isEqualTo(again.path("models").size());
    for (int i = 0; i < full.path("models").size(); i++) {
      JsonNode before = again.path("models").get(i);
      JsonNode after = full.path("models").get(i);
      assertThat(after.path("hash").asText())
          .as(after.path("name").asText())
          .isEqualTo(before.path("hash").asText());
    }
  }

  @Test
  void theAuditLogVerifiesWithoutTheWorkspace() throws Exception {
    Path file = folder.resolve("audit.jsonl");
    assertThat(run("audit", "export", file.toString()).code()).isZero();
    Terminal.Result verified = Terminal.run("audit", "verify", file.toString(), "--json");
    assertThat(verified.code()).isZero();
    assertThat(JSON.readTree(verified.out()).path("entries").asInt())
        .isEqualTo(report.at("/audit/entries").asInt());
  }

  @Test
  void aCustomerIsToldDecidedAndExplained() throws Exception {
    JsonNode rows =
        json(
            "sql",
            "--json",
            "select customer_id from gold.score where model = 'churn' order by score desc limit 1");
    String id = rows.get(0).path("customer_id").asText();
    JsonNode context = json("profile", id, "--json");
    assertThat(context.path("events").size()).isBetween(1, 20);
    JsonNode decision = json("decide", id, "--json");
    for (JsonNode action : decision.path("actions")) {
      double product = 1;
      for (JsonNode factor : action.path("factors")) {
        product *= factor.asDouble();
      }
      assertThat(product)
          .isCloseTo(action.path("priority").asDouble(), org.assertj.core.data.Offset.offset(1e-6));
    }
    assertThat(decision.path("actions").size() + decision.path("blocked").size()).isGreaterThan(5);
  }

  @Test
  void questionsAreAnsweredOrRefused() throws Exception {
    assertThat(
            json("ask", "--json", "which loyal customers are at risk")
                .path("headline")
                .isMissingNode())
        .isFalse();
    Terminal.Result refused = run("ask", "why do purple elephants flummox the quux");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).contains("Not understood");
  }

  @Test
  void everythingCanBeSeenAsOfAPastDay() throws Exception {
    JsonNode made = json("snapshot", "2026-08-31", "--json");
    assertThat(made.path("made").asBoolean()).isTrue();
    String there = made.path("workspace").asText();
    Terminal.Result latest =
        Terminal.run(
            "sql",
            "--json",
            "select max(ordered_at)::date::varchar as day, count(*) as n from gold.orders",
            "--workspace",
            there);
    assertThat(latest.code()).as(latest.err()).isZero();
    assertThat(JSON.readTree(latest.out()).get(0).path("day").asText()).isEqualTo("2026-08-31");
    assertThat(json("snapshot", "2026-08-31", "--json").path("made").asBoolean()).isFalse();
    assertThat(json("snapshot", "--list", "--json").path("days").get(0).asText())
        .isEqualTo("2026-08-31");
    assertThat(Terminal.run("snapshot", "2026-08-30", "--workspace", there).err())
        .contains("shows a past day already");
    assertThat(run("snapshot", "--remove", "2026-08-31").code()).isZero();
    assertThat(Path.of(there)).doesNotExist();
  }

  private static JsonNode json(String... arguments) throws Exception {
    Terminal.Result result = run(arguments);
    assertThat(result.code()).as(result.err()).isZero();
    return JSON.readTree(result.out());
  }

  private static Terminal.Result run(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--workspace";
    all[arguments.length + 1] = workspace().toString();
    return Terminal.run(all);
  }
}

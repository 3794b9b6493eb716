package io.customer360.lakehouse.openlineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customer360.lakehouse.ColumnEdge;
import io.customer360.lakehouse.ColumnInfo;
import io.customer360.lakehouse.ColumnTrace;
import io.customer360.lakehouse.ModelEdge;
import io.customer360.lakehouse.ModelGraph;
import io.customer360.lakehouse.ModelNode;
import io.customer360.lakehouse.NodeKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Holds the events against the schemas of OpenLineage 2-0-2 and of its facets.
class OpenLineageTest {
  private static final Instant AT = Instant.parse("2026-11-20T09:40:00Z");

  private static ModelNode node(String name, NodeKind kind, String sql, String... columns) {
    return new ModelNode(
        name,
        name,
        kind,
        "one row",
        "what it is for",
        sql,
        java.util.Arrays.stream(columns).map(c -> new ColumnInfo(c, "VARCHAR")).toList(),
        7,
        0.5,
        AT,
        false,
        false,
        "");
  }

  private static final ModelGraph GRAPH =
      new ModelGraph(
          List.of(
              node("source:web", NodeKind.SOURCE, ""),
              node("bronze.transaction", NodeKind.BRONZE, "", "order_id", "price"),
              node("silver.order_line", NodeKind.SILVER, "select 1", "order_id", "revenue"),
              node("model:score", NodeKind.MODEL, ""),
              node("gold.score", NodeKind.GOLD, "", "score"),
              node("use:Profiles", NodeKind.USE, "")),
          List.of(
              new ModelEdge("source:web", "bronze.transaction"),
              new ModelEdge("bronze.transaction", "silver.order_line"),
              new ModelEdge("silver.order_line", "model:score"),
              new ModelEdge("model:score", "gold.score"),
              new ModelEdge("gold.score", "use:Profiles")),
          List.of(
              new ColumnEdge("bronze.transaction", "order_id", "silver.order_line", "order_id"),
              new ColumnEdge("bronze.transaction", "price", "silver.order_line", "revenue"),
              new ColumnEdge("bronze.transaction", "*", "silver.order_line", "revenue")));

  private static List<ObjectNode> events() {
    return new OpenLineage("customer360.test", GRAPH)
        .events(
            List.of(new LandedFile("L1", "transaction", "web", "orders.csv", "ab12", 99, AT, 8, 7)),
            List.of(
                new BuiltTable("silver.order_line", AT.plusSeconds(1), 0.25),
                new BuiltTable("model:score", AT.plusSeconds(2), 3),
                new BuiltTable("gold.gone", AT, 1)));
  }

  @Test
  void everyEventIsAsThePublishedSchemasWant() {
    PublishedSchema published = new PublishedSchema();
    assertThat(events()).hasSize(6).allSatisfy(e -> assertThat(published.faults(e)).isEmpty());
  }

  @Test
  void theSchemasTellAnEventThatIsNotOne() {
    PublishedSchema published = new PublishedSchema();
    JsonNode done =
        events().stream().filter(e -> !e.at("/job/facets/sql").isMissingNode()).toList().getLast();
    broken(published, done, "/run", "runId", "R-1", "/run/runId");
    broken(published, done, "", "eventTime", "yesterday", "/eventTime");
    broken(published, done, "", "eventType", "DONE", "/eventType");
    broken(published, done, "", "producer", "the workbench", "/producer");
    broken(published, done, "/job", "name", null, "name");
    broken(published, done, "/job/facets/sql", "query", null, "/job/facets/sql");
    broken(published, done, "/job/facets/sql", "_producer", null, "_producer");
    broken(published, done, "/outputs/0/facets/schema/fields/0", "name", null, "facets/schema");
    broken(
        published,
        done,
        "/outputs/0/facets/columnLineage/fields/revenue/inputFields/0",
        "field",
        null,
        "columnLineage");
    broken(
        published, done, "/outputs/0/outputFacets/outputStatistics", "rowCount", "7", "rowCount");
    broken(
        published,
        done,
        "/outputs/0/facets/schema",
        "_schemaURL",
        "https://openlineage.io/spec/facets/9-9-9/SchemaDatasetFacet.json",
        "no such schema");
  }

  /// @param value null takes the field away
  private static void broken(
      PublishedSchema published,
      JsonNode event,
      String at,
      String field,
      @Nullable String value,
      String told) {
    JsonNode copy = event.deepCopy();
    assertThat(published.faults(copy)).isEmpty();
    ObjectNode place = (ObjectNode) copy.at(at);
    assertThat(place.has(field)).as(at + "/" + field).isTrue();
    if (value == null) {
      place.remove(field);
    } else {
      place.put(field, value);
    }
    assertThat(published.faults(copy)).anyMatch(fault -> fault.contains(told));
  }

  @Test
  void eachRunStartsOnceAndEndsOnce() {
    Map<String, String> seen = new HashMap<>();
    Set<String> ended = new HashSet<>();
    for (ObjectNode event : events()) {
      String run = event.at("/run/runId").asText();
      if (event.path("eventType").asText().equals("START")) {
        assertThat(seen.put(run, event.at("/job/name").asText())).isNull();
      } else {
        assertThat(seen).containsEntry(run, event.at("/job/name").asText());
        assertThat(ended.add(run)).isTrue();
      }
    }
    assertThat(ended).isEqualTo(seen.keySet()).hasSize(3);
    assertThat(events()).isEqualTo(events());
  }

  @Test
  void aModelTellsItsTablesColumnsAndRows() {
    JsonNode done =
        events().stream()
            .filter(event -> event.at("/job/name").asText().equals("silver.order_line"))
            .filter(event -> event.path("eventType").asText().equals("COMPLETE"))
            .findFirst()
            .orElseThrow();
    assertThat(done.at("/inputs/0/name").asText()).isEqualTo("bronze.transaction");
    assertThat(done.at("/job/facets/sql/query").asText()).isEqualTo("select 1");
    JsonNode output = done.at("/outputs/0");
    assertThat(output.at("/facets/schema/fields/1/name").asText()).isEqualTo("revenue");
    JsonNode origins = output.at("/facets/columnLineage/fields/revenue/inputFields");
    assertThat(origins).hasSize(1);
    assertThat(origins.at("/0/field").asText()).isEqualTo("price");
    assertThat(output.at("/outputFacets/outputStatistics/rowCount").asLong()).isEqualTo(7);
    assertThat(done.path("eventTime").asText()).isEqualTo("2026-11-20T09:40:01.250Z");
  }

  @Test
  void aStepWritesTheTablesBehindItAndUsesAreNone() {
    JsonNode step =
        events().stream()
            .filter(event -> event.at("/job/name").asText().equals("step.score"))
            .findFirst()
            .orElseThrow();
    assertThat(step.path("inputs")).hasSize(1);
    assertThat(step.at("/inputs/0/name").asText()).isEqualTo("silver.order_line");
    assertThat(step.path("outputs")).hasSize(1);
    assertThat(step.at("/outputs/0/name").asText()).isEqualTo("gold.score");
  }

  @Test
  void aColumnIsFollowedDownToWhatWasReceived() {
    ColumnTrace trace = ColumnTrace.of(GRAPH, "silver.order_line", "revenue");
    assertThat(trace.complete()).isTrue();
    assertThat(trace.received())
        .extracting(step -> step.table() + "." + step.column())
        .containsExactlyInAnyOrder("bronze.transaction.price", "bronze.transaction.*");
    ColumnTrace computed = ColumnTrace.of(GRAPH, "gold.score", "score");
    assertThat(computed.complete()).isFalse();
    assertThat(computed.received()).isEmpty();
  }
}

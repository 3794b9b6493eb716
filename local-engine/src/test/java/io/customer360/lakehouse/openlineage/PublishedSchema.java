package io.customer360.lakehouse.openlineage;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds events against the schemas OpenLineage publishes: the event against that of run events,
/// and every facet against the one its own `_schemaURL` names. Formats (URI, UUID, date-time)
/// count.
final class PublishedSchema {
  private static final String EVENT =
      "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";
  private static final List<String> FACETS =
      List.of(
          "ColumnLineageDatasetFacet",
          "DatasetVersionDatasetFacet",
          "DocumentationJobFacet",
          "OutputStatisticsOutputDatasetFacet",
          "SQLJobFacet",
          "SchemaDatasetFacet");

  private final Map<String, String> texts = new HashMap<>();
  private final SchemaRegistry registry;

  PublishedSchema() {
    add("OpenLineage.json");
    FACETS.forEach(name -> add("facets/" + name + ".json"));
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
  }

  /// By the address it was published under.
  private void add(String name) {
    try (InputStream in = PublishedSchema.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String id = text.substring(text.indexOf("\"$id\"") + 5);
      texts.put(id.substring(id.indexOf('"') + 1).split("\"")[0], text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is wrong with an event, one line each; none when it is good.
  List<String> faults(JsonNode event) {
    List<String> faults = new ArrayList<>(against(EVENT, event, ""));
    facets(event.at("/run/facets"), "/run/facets", faults);
    facets(event.at("/job/facets"), "/job/facets", faults);
    for (String side : List.of("inputs", "outputs")) {
      for (int i = 0; i < event.path(side).size(); i++) {
        for (String kind : List.of("facets", "inputFacets", "outputFacets")) {
          String at = "/" + side + "/" + i + "/" + kind;
          facets(event.at(at), at, faults);
        }
      }
    }
    return faults;
  }

  private void facets(JsonNode facets, String at, List<String> faults) {
    facets
        .fields()
        .forEachRemaining(
            facet -> {
              String schema = facet.getValue().path("_schemaURL").asText();
              String place = at + "/" + facet.getKey();
              if (!texts.containsKey(schema.split("#")[0])) {
                faults.add(place + ": no such schema is published: " + schema);
                return;
              }
              faults.addAll(against(schema, facet.getValue(), place));
              // The name a facet stands under is that of the schema's own property.
              if (!property(schema.split("#")[0], facet.getKey())) {
                faults.add(place + ": " + schema + " is not for facets of this name");
              }
            });
  }

  private boolean property(String address, String name) {
    @Nullable String text = texts.get(address);
    return text != null
        && text.substring(text.lastIndexOf("\"properties\"")).contains("\"" + name + "\"");
  }

  private List<String> against(String address, JsonNode node, String at) {
    Schema schema = registry.getSchema(SchemaLocation.of(address));
    return schema
        .validate(
            node.toString(),
            InputFormat.JSON,
            run -> run.executionConfig(how -> how.formatAssertionsEnabled(true)))
        .stream()
        .map(fault -> at + fault.getInstanceLocation() + ": " + fault.getMessage())
        .toList();
  }
}

package io.customer360.studio.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customer360.fault.WorkbenchException;
import io.customer360.studio.cluster.ClusterRequest;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.RuleText;
import io.customer360.studio.segment.SegmentFiles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All it takes to run a clustering of customers again.
///
/// @param features a feature set's name
/// @param columns of the set; empty for all of them
/// @param people null: everybody
/// @param request with the seed and the preparation, logarithms by name
public record ClusterSettings(
    String features, List<String> columns, @Nullable Rule people, ClusterRequest request) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  public ClusterSettings {
    columns = List.copyOf(columns);
  }

  /// As JSON; a rule as in a segment's text.
  String text() {
    ObjectNode node = JSON.createObjectNode();
    node.put("format", 1);
    node.put("features", features);
    columns.forEach(node.putArray("columns")::add);
    if (people != null) {
      node.set("people", RuleText.of(people));
    }
    node.set("request", JSON.valueToTree(request));
    return node.toPrettyString();
  }

  /// @param name of the clustering, for what is said when the text cannot be read
  static ClusterSettings read(String name, String text) {
    try {
      JsonNode node = JSON.readTree(text);
      List<String> columns = new ArrayList<>();
      node.path("columns").forEach(column -> columns.add(column.asText()));
      JsonNode people = node.get("people");
      return new ClusterSettings(
          node.path("features").asText(),
          columns,
          people == null ? null : SegmentFiles.rules(name, people.toString()),
          JSON.treeToValue(node.path("request"), ClusterRequest.class));
    } catch (JsonProcessingException e) {
      throw WorkbenchException.user(
          "C360-CLU-041", "The settings of clustering " + name + " cannot be read; save it again.");
    }
  }
}

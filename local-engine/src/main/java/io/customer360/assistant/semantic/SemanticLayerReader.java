package io.customer360.assistant.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.customer360.fault.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Reads the layer's text.
final class SemanticLayerReader {
  private static final String RESOURCE = "/io/customer360/assistant/semantic.yaml";

  private SemanticLayerReader() {}

  static SemanticLayer bundled() {
    try (InputStream in =
        Objects.requireNonNull(SemanticLayerReader.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return read(new YAMLMapper().readTree(in));
    } catch (IOException e) {
      throw WorkbenchException.internal(
          "C360-ASK-001", "The semantic layer could not be read: " + e.getMessage(), e);
    }
  }

  static SemanticLayer read(JsonNode root) {
    return new SemanticLayer(
        each(root.path("tables"), SemanticLayerReader::table),
        each(root.path("measures"), SemanticLayerReader::measure),
        each(root.path("dimensions"), SemanticLayerReader::dimension),
        each(root.path("attributes"), SemanticLayerReader::attribute),
        each(root.path("activities"), SemanticLayerReader::activity),
        each(root.path("filters"), SemanticLayerReader::filter),
        texts(root.path("drivers")));
  }

  private static <T> Map<String, T> each(JsonNode node, BiFunction<String, JsonNode, T> make) {
    Map<String, T> map = new LinkedHashMap<>();
    node.properties().forEach(e -> map.put(e.getKey(), make.apply(e.getKey(), e.getValue())));
    return map;
  }

  private static TableDef table(String key, JsonNode n) {
    return new TableDef(
        key,
        text(n, "name"),
        text(n, "alias"),
        text(n, "time"),
        n.path("time_kind").asText("").equals("date"),
        text(n, "grain"));
  }

  private static Measure measure(String key, JsonNode n) {
    return new Measure(
        key,
        text(n, "title"),
        text(n, "meaning"),
        texts(n.path("on")),
        optional(n, "timed"),
        n.path("event").asBoolean(false),
        optional(n, "estimated"),
        unit(n),
        n.path("bad").asBoolean(false),
        text(n, "owner"),
        list(n.path("synonyms")));
  }

  private static Dimension dimension(String key, JsonNode n) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    n.path("values").properties().forEach(e -> values.put(e.getKey(), list(e.getValue())));
    return new Dimension(
        key,
        text(n, "title"),
        texts(n.path("on")),
        values,
        n.path("lookup").asBoolean(false),
        optional(n, "did"),
        list(n.path("order")),
        list(n.path("synonyms")));
  }

  private static Attribute attribute(String key, JsonNode n) {
    return new Attribute(
        key,
        text(n, "title"),
        text(n, "sql"),
        optional(n, "needs"),
        unit(n),
        list(n.path("synonyms")));
  }

  private static Activity activity(String key, JsonNode n) {
    return new Activity(
        key, text(n, "table"), text(n, "title"), text(n, "where"), list(n.path("synonyms")));
  }

  private static NamedFilter filter(String key, JsonNode n) {
    String title = n.path("title").asText(key.replace('_', ' '));
    List<String> synonyms = list(n.path("synonyms"));
    if (n.has("attribute")) {
      List<Double> alternatives = new ArrayList<>();
      n.path("alternatives").forEach(a -> alternatives.add(a.asDouble()));
      return new NamedFilter.Threshold(
          key,
          title,
          synonyms,
          text(n, "attribute"),
          text(n, "op"),
          n.path("value").asDouble(),
          alternatives);
    }
    if (n.has("dimension")) {
      List<List<String>> alternatives = new ArrayList<>();
      n.path("alternatives").forEach(a -> alternatives.add(list(a)));
      return new NamedFilter.Values(
          key, title, synonyms, text(n, "dimension"), list(n.path("values")), alternatives);
    }
    Map<String, List<String>> details = new LinkedHashMap<>();
    n.path("details").properties().forEach(e -> details.put(e.getKey(), list(e.getValue())));
    return new NamedFilter.Did(
        key, title, synonyms, text(n, "activity"), details, n.path("months").asInt(12));
  }

  private static Unit unit(JsonNode n) {
    return Unit.valueOf(text(n, "unit").toUpperCase(Locale.ROOT));
  }

  private static String text(JsonNode n, String field) {
    JsonNode value = n.get(field);
    if (value == null || !value.isValueNode()) {
      throw new IllegalArgumentException("missing " + field + " in " + n);
    }
    return value.asText();
  }

  private static @Nullable String optional(JsonNode n, String field) {
    JsonNode value = n.get(field);
    return value == null ? null : value.asText();
  }

  private static List<String> list(JsonNode n) {
    List<String> texts = new ArrayList<>();
    n.forEach(e -> texts.add(e.asText()));
    return texts;
  }

  private static Map<String, String> texts(JsonNode n) {
    Map<String, String> texts = new LinkedHashMap<>();
    n.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
    return texts;
  }
}

package io.customer360.ingest.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.customer360.ingest.mapping.Faults;
import io.customer360.lakehouse.Canonical;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The contracts: the built-in text of each dataset, or the workspace's own in
/// `contracts/<dataset>.yaml` instead of it.
public final class ContractBook {
  static final String BUILT_IN = "built in";
  private static final Set<String> KEYS =
      Set.of(
          "required",
          "range",
          "spread_from",
          "unless",
          "after",
          "not_in_future",
          "codes",
          "one_of",
          "pattern",
          "known",
          "synonyms");

  private final Path folder;
  private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

  /// @param folder where the workspace keeps its own contracts
  public ContractBook(Path folder) {
    this.folder = folder;
  }

  public ContractSpec of(Canonical.Dataset dataset) {
    Path own = folder.resolve(dataset.name() + ".yaml");
    try {
      if (Files.exists(own)) {
        return parse(dataset, own.toString(), Files.readString(own));
      }
      String resource = dataset.name() + ".yaml";
      try (InputStream in = ContractBook.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException("resource missing: " + resource);
        }
        return parse(dataset, BUILT_IN, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException failure) {
      throw Faults.storage("Cannot read the contract of " + dataset.name(), failure);
    }
  }

  public ContractSpec parse(Canonical.Dataset dataset, String origin, String text) {
    String where = origin.equals(BUILT_IN) ? dataset.name() : origin;
    JsonNode root;
    try {
      root = yaml.readTree(text);
    } catch (JsonProcessingException failure) {
      var at = failure.getLocation();
      throw Faults.contract(
          where, "line " + (at == null ? 1 : at.getLineNr()) + " is not valid YAML");
    }
    Map<String, JsonNode> written = new LinkedHashMap<>();
    root.path("columns").properties().forEach(e -> written.put(e.getKey(), e.getValue()));
    for (String name : written.keySet()) {
      if (dataset.column(name).isEmpty()) {
        throw Faults.contract(where, dataset.name() + " has no column '" + name + "'");
      }
    }
    List<ContractSpec.Field> fields = new ArrayList<>();
    for (Canonical.Column column : dataset.columns()) {
      JsonNode node = written.getOrDefault(column.name(), yaml.createObjectNode());
      fields.add(field(column, node, where));
    }
    return new ContractSpec(
        dataset, origin, text, root.path("most_bad").asDouble(0.3), List.copyOf(fields));
  }

  private static ContractSpec.Field field(Canonical.Column column, JsonNode node, String where) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                throw Faults.contract(where, "'" + key + "' is not a rule");
              }
            });
    JsonNode range = node.path("range");
    Map<String, String> synonyms = new LinkedHashMap<>();
    node.path("synonyms")
        .properties()
        .forEach(
            entry ->
                entry
                    .getValue()
                    .forEach(
                        same ->
                            synonyms.put(same.asText().toLowerCase(Locale.ROOT), entry.getKey())));
    node.path("synonyms")
        .fieldNames()
        .forEachRemaining(name -> synonyms.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
    List<String> oneOf = new ArrayList<>();
    node.path("one_of")
        .forEach(
            item -> {
              oneOf.add(item.asText());
              synonyms.putIfAbsent(item.asText().toLowerCase(Locale.ROOT), item.asText());
            });
    return new ContractSpec.Field(
        column.name(),
        node.path("required").asBoolean(column.required()),
        number(range.path(0)),
        number(range.path(1)),
        number(node.path("spread_from")),
        text(node, "unless"),
        text(node, "after"),
        node.path("not_in_future").asBoolean(false),
        text(node, "codes"),
        List.copyOf(oneOf),
        text(node, "pattern"),
        text(node, "known"),
        synonyms);
  }

  private static @Nullable Double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : null;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }
}

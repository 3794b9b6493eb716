package io.customer360.ingest.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.customer360.lakehouse.Canonical;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The text form of a mapping.
///
/// ```yaml
/// version: 1
/// name: online-retail-transaction
/// revision: 1
/// dataset: transaction
/// source: online-retail
/// file: {format: csv, delimiter: ",", quote: "\"", encoding: utf-8, header: true}
/// columns:
///   order_id: InvoiceNo
///   ordered_at: {from: InvoiceDate, format: "%d/%m/%Y %H:%M", zone: Europe/London}
///   currency: {constant: GBP}
/// fixes:
///   - {landing: 20261120-094000-3f2a91c7, lines: [4117], set: quantity = quantity / 1000}
/// ```
public final class MappingText {
  private static final int VERSION = 1;
  private static final Set<String> KNOWN =
      Set.of("version", "name", "revision", "dataset", "source", "file", "key", "columns", "fixes");

  private final ObjectMapper yaml =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  /// The earlier landing of the same bytes, read in the same way.
  public Optional<Manifest> landed(List<Manifest> earlier, String sha256, Mapping mapping) {
    String reading = Manifest.reading(unfixed(mapping));
    return earlier.stream()
        .filter(other -> other.sha256().equals(sha256) && other.reading().equals(reading))
        .findFirst();
  }

  /// The text without its fixes: what a landing is read by.
  public String unfixed(Mapping mapping) {
    return write(
        new Mapping(
            mapping.name(),
            mapping.revision(),
            mapping.dataset(),
            mapping.source(),
            mapping.options(),
            mapping.key(),
            mapping.columns(),
            List.of()));
  }

  /// @param where names the text in messages
  public Mapping parse(String text, String where) {
    JsonNode root;
    try {
      root = yaml.readTree(text);
    } catch (JsonProcessingException failure) {
      var at = failure.getLocation();
      throw Faults.mapping(
          where, "line " + (at == null ? 1 : at.getLineNr()) + " is not valid YAML");
    }
    if (root == null || !root.isObject()) {
      throw Faults.mapping(where, "it is not a list of names and values");
    }
    root.fieldNames()
        .forEachRemaining(
            field -> {
              if (!KNOWN.contains(field)) {
                throw Faults.mapping(where, "'" + field + "' is not known here");
              }
            });
    if (root.path("version").asInt(0) != VERSION) {
      throw Faults.mapping(where, "it needs 'version: 1'");
    }
    String dataset = required(root, "dataset", where);
    Canonical.Dataset canonical =
        Canonical.find(dataset)
            .orElseThrow(() -> Faults.mapping(where, "there is no dataset '" + dataset + "'"));
    String source = required(root, "source", where);
    if (!source.matches("[A-Za-z0-9][A-Za-z0-9_.-]*")) {
      throw Faults.mapping(where, "source '" + source + "' may hold letters, digits, - _ . only");
    }
    String name = root.path("name").asText(source + "-" + dataset);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]*")) {
      throw Faults.mapping(where, "name '" + name + "' may hold letters, digits, - _ . only");
    }
    return new Mapping(
        name,
        Math.max(1, root.path("revision").asInt(1)),
        dataset,
        source,
        options(root.path("file"), where),
        texts(root.path("key")),
        columns(root.path("columns"), canonical, where),
        fixes(root.path("fixes"), canonical, where));
  }

  private static String required(JsonNode root, String field, String where) {
    String value = root.path(field).asText("").strip();
    if (value.isEmpty()) {
      throw Faults.mapping(where, "'" + field + "' is missing");
    }
    return value;
  }

  private static FileOptions options(JsonNode node, String where) {
    String format = node.path("format").asText("csv").toLowerCase(Locale.ROOT);
    FileFormat kind =
        switch (format) {
          case "csv" -> FileFormat.CSV;
          case "jsonl", "json", "ndjson" -> FileFormat.JSON_LINES;
          case "parquet" -> FileFormat.PARQUET;
          default ->
              throw Faults.mapping(where, "format '" + format + "' is not csv, jsonl, parquet");
        };
    String encoding = node.path("encoding").asText(Encodings.UTF_8).toLowerCase(Locale.ROOT);
    if (Encodings.charset(encoding).isEmpty()) {
      throw Faults.mapping(
          where, "encoding '" + encoding + "' is none of " + String.join(", ", Encodings.ALL));
    }
    if (kind != FileFormat.CSV) {
      return new FileOptions(kind, false, "", "", encoding, false);
    }
    String delimiter = node.path("delimiter").asText(",");
    if (delimiter.length() != 1) {
      throw Faults.mapping(where, "the delimiter is not one character");
    }
    String quote = node.path("quote").asText("\"");
    if (quote.length() > 1 || (!quote.isEmpty() && quote.charAt(0) > 127)) {
      throw Faults.mapping(where, "the quote is not one plain character");
    }
    int skip = node.path("skip").asInt(0);
    if (skip < 0 || !node.path("skip").asText("0").matches("\\d+")) {
      throw Faults.mapping(where, "skip is not the number of lines above the table");
    }
    return new FileOptions(
        kind, false, delimiter, quote, encoding, node.path("header").asBoolean(true), skip);
  }

  private static Map<String, ColumnMapping> columns(
      JsonNode node, Canonical.Dataset canonical, String where) {
    Map<String, ColumnMapping> read = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry -> {
              String target = entry.getKey();
              if (canonical.column(target).isEmpty()) {
                throw Faults.mapping(
                    where, "dataset " + canonical.name() + " has no column '" + target + "'");
              }
              read.put(target, column(entry.getValue(), target, where));
            });
    Map<String, ColumnMapping> ordered = new LinkedHashMap<>();
    for (Canonical.Column column : canonical.columns()) {
      ColumnMapping mapping = read.get(column.name());
      if (mapping != null) {
        ordered.put(column.name(), mapping);
      } else if (column.required()) {
        throw Faults.mapping(where, "required column '" + column.name() + "' is filled by nothing");
      }
    }
    return ordered;
  }

  private static ColumnMapping column(JsonNode node, String target, String where) {
    if (node.isTextual()) {
      return ColumnMapping.from(node.asText());
    }
    Map<String, String> values = new LinkedHashMap<>();
    node.path("values").properties().forEach(v -> values.put(v.getKey(), v.getValue().asText()));
    ColumnMapping mapping =
        new ColumnMapping(
            text(node, "from"),
            text(node, "format"),
            text(node, "zone"),
            text(node, "transform"),
            text(node, "constant"),
            values);
    int given =
        (mapping.from() == null ? 0 : 1)
            + (mapping.transform() == null ? 0 : 1)
            + (mapping.constant() == null ? 0 : 1);
    if (given != 1) {
      throw Faults.mapping(
          where, "column '" + target + "' needs one of 'from', 'transform', 'constant'");
    }
    String zone = mapping.zone();
    if (zone != null && !java.time.ZoneId.getAvailableZoneIds().contains(zone)) {
      throw Faults.mapping(where, "zone '" + zone + "' of '" + target + "' is not known");
    }
    return mapping;
  }

  private static List<MappingFix> fixes(JsonNode node, Canonical.Dataset canonical, String where) {
    List<MappingFix> fixes = new ArrayList<>();
    for (JsonNode fix : node) {
      List<Long> lines = new ArrayList<>();
      fix.path("lines").forEach(line -> lines.add(line.asLong()));
      FixExpression set = FixExpression.parse(fix.path("set").asText(""), canonical);
      fixes.add(
          new MappingFix(
              required(fix, "landing", where), List.copyOf(lines), set.field(), set.expression()));
    }
    return List.copyOf(fixes);
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }

  public String write(Mapping mapping) {
    ObjectNode root = yaml.createObjectNode();
    root.put("version", VERSION);
    root.put("name", mapping.name());
    root.put("revision", mapping.revision());
    root.put("dataset", mapping.dataset());
    root.put("source", mapping.source());
    ObjectNode file = root.putObject("file");
    FileOptions options = mapping.options();
    switch (options.format()) {
      case CSV -> {
        file.put("format", "csv");
        file.put("delimiter", options.delimiter());
        file.put("quote", options.quote());
        file.put("encoding", options.encoding());
        file.put("header", options.header());
        if (options.skip() > 0) {
          file.put("skip", options.skip());
        }
      }
      case JSON_LINES -> {
        file.put("format", "jsonl");
        file.put("encoding", options.encoding());
      }
      case PARQUET -> file.put("format", "parquet");
    }
    if (!mapping.key().isEmpty()) {
      ArrayNode key = root.putArray("key");
      mapping.key().forEach(key::add);
    }
    ObjectNode columns = root.putObject("columns");
    mapping.columns().forEach((target, column) -> write(columns, target, column));
    if (!mapping.fixes().isEmpty()) {
      ArrayNode fixes = root.putArray("fixes");
      for (MappingFix fix : mapping.fixes()) {
        ObjectNode node = fixes.addObject();
        node.put("landing", fix.landing());
        ArrayNode lines = node.putArray("lines");
        fix.lines().forEach(lines::add);
        node.put("set", fix.field() + " = " + fix.expression());
      }
    }
    try {
      return yaml.writeValueAsString(root);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void write(ObjectNode columns, String target, ColumnMapping column) {
    if (column.from() != null
        && column.format() == null
        && column.zone() == null
        && column.values().isEmpty()) {
      columns.put(target, column.from());
      return;
    }
    ObjectNode node = columns.putObject(target);
    putIfThere(node, "from", column.from());
    putIfThere(node, "format", column.format());
    putIfThere(node, "zone", column.zone());
    putIfThere(node, "transform", column.transform());
    putIfThere(node, "constant", column.constant());
    if (!column.values().isEmpty()) {
      ObjectNode values = node.putObject("values");
      new java.util.TreeMap<>(column.values()).forEach(values::put);
    }
  }

  private static void putIfThere(ObjectNode node, String field, @Nullable String value) {
    if (value != null) {
      node.put(field, value);
    }
  }
}

package io.customer360.studio.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.customer360.fault.WorkbenchException;
import io.customer360.file.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder `segments/` of a workspace: one YAML text a segment.
public final class SegmentFiles {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /// Segments that fit every shop.
  private static final List<String> GENERIC =
      List.of("at-risk-high-value", "new-customers", "lapsed", "loyal");

  private final Path folder;

  public SegmentFiles(Path folder) {
    this.folder = folder;
  }

  /// Writes segments that fit every shop into an empty folder; leaves a used one alone.
  public void writeGeneric() {
    if (!texts().isEmpty()) {
      return;
    }
    for (String id : GENERIC) {
      try (InputStream in = SegmentFiles.class.getResourceAsStream(id + ".yaml")) {
        if (in == null) {
          throw new IllegalStateException("resource " + id + ".yaml is missing");
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve(id + ".yaml"), in.readAllBytes());
      } catch (IOException e) {
        throw cannotWrite(e);
      }
    }
  }

  /// Every segment, in order.
  public List<SegmentDefinition> read() {
    List<SegmentDefinition> all = new ArrayList<>();
    for (Path file : texts()) {
      all.add(read(file));
    }
    all.sort(
        Comparator.comparingInt(SegmentDefinition::order).thenComparing(SegmentDefinition::id));
    return all;
  }

  public Optional<SegmentDefinition> find(String id) {
    Path file = folder.resolve(id + ".yaml");
    return id.matches("[a-z0-9-]+") && Files.exists(file)
        ? Optional.of(read(file))
        : Optional.empty();
  }

  /// Writes a segment's text; it appears whole or not at all.
  public void write(SegmentDefinition segment) {
    try {
      Files.createDirectories(folder);
      AtomicFile.of(folder.resolve(segment.id() + ".yaml")).durable().text(text(segment));
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private WorkbenchException cannotWrite(IOException e) {
    return WorkbenchException.resource(
        "C360-SEG-003", "Cannot write segments to " + folder + ".", e);
  }

  /// The YAML of a segment.
  public static String text(SegmentDefinition segment) {
    ObjectNode node = YAML.createObjectNode();
    node.put("format", 2);
    node.put("title", segment.title());
    node.put("description", segment.description());
    node.put("order", segment.order());
    node.put("version", segment.version());
    if (!segment.author().isEmpty()) {
      node.put("author", segment.author());
    }
    Instant updated = segment.updated();
    if (updated != null) {
      node.put("updated", updated.toString());
    }
    if (segment.retired()) {
      node.put("retired", true);
    }
    if (segment.schedule() != Schedule.ALWAYS) {
      node.put("refresh", segment.schedule().key());
    }
    if (!segment.since().isEmpty()) {
      node.put("since", segment.since());
    }
    switch (segment.source()) {
      case SegmentSource.Rules rules -> node.set("rules", RuleText.of(rules.rule()));
      case SegmentSource.Sql sql -> node.put("where", sql.text());
      case SegmentSource.StaticList list -> node.put("list", true);
    }
    try {
      return YAML.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain nodes is always writable", e);
    }
  }

  private List<Path> texts() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw WorkbenchException.resource("C360-SEG-004", "Cannot read " + folder + ".", e);
    }
  }

  private static SegmentDefinition read(Path file) {
    String name = file.getFileName().toString();
    try {
      return parse(
          name.substring(0, name.length() - ".yaml".length()),
          "segments/" + name,
          Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw WorkbenchException.resource("C360-SEG-006", "Cannot read segments/" + name + ".", e);
    }
  }

  /// Reads the YAML of a segment.
  ///
  /// @param name of the text, for messages
  public static SegmentDefinition parse(String id, String name, String yaml) {
    JsonNode text;
    try {
      text = YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw WorkbenchException.user(
          "C360-SEG-005",
          name
              + " line "
              + e.getLocation().getLineNr()
              + " is not YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
    int format = text.path("format").asInt(1);
    if (format > 2) {
      throw WorkbenchException.user(
          "C360-SEG-007",
          name + " is of format " + format + ", which a newer version of this program wrote.");
    }
    return new SegmentDefinition(
        id,
        text.path("title").asText(id),
        text.path("description").asText(""),
        source(id, name, text),
        text.path("since").asText("").strip(),
        text.path("order").asInt(100),
        Math.max(1, text.path("version").asInt(1)),
        text.path("author").asText(""),
        updated(name, text),
        text.path("retired").asBoolean(false),
        Schedule.of(text.path("refresh").asText(Schedule.ALWAYS.key()), name));
  }

  private static SegmentSource source(String id, String name, JsonNode text) {
    String where = text.path("where").asText("").strip();
    int sources =
        (where.isEmpty() ? 0 : 1) + (text.has("rules") ? 1 : 0) + (text.has("list") ? 1 : 0);
    if (sources > 1) {
      throw WorkbenchException.user(
          "C360-SEG-002", name + ": give one of 'rules', 'where' and 'list', not several.");
    }
    if (text.has("rules")) {
      return new SegmentSource.Rules(new RuleReader(name).read(text.path("rules")));
    }
    if (text.path("list").asBoolean(false)) {
      return new SegmentSource.StaticList();
    }
    if (where.isEmpty()) {
      throw WorkbenchException.user(
          "C360-SEG-002", "The segment " + id + " has no condition. Give it 'rules' or a 'where'.");
    }
    return new SegmentSource.Sql(where);
  }

  private static @Nullable Instant updated(String name, JsonNode text) {
    String updated = text.path("updated").asText("");
    try {
      return updated.isEmpty() ? null : Instant.parse(updated);
    } catch (DateTimeException wrong) {
      throw WorkbenchException.user(
          "C360-SEG-005", name + ": updated is a moment like 2026-01-31T12:00:00Z.");
    }
  }

  /// Rules alone, as a file of rules or a text on the command line has them.
  ///
  /// @param name of the text, for messages
  public static io.customer360.studio.rule.Rule rules(String name, String yaml) {
    try {
      JsonNode text = YAML.readTree(yaml);
      return new RuleReader(name).read(text.has("rules") ? text.path("rules") : text);
    } catch (JsonProcessingException e) {
      throw WorkbenchException.user(
          "C360-SEG-005",
          name
              + " line "
              + e.getLocation().getLineNr()
              + " is not YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
  }
}

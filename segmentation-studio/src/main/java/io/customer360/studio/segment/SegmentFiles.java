package io.customer360.studio.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.customer360.fault.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder `segments/` of a workspace: one YAML text a segment.
public final class SegmentFiles {
  private static final YAMLMapper YAML = new YAMLMapper();
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
        throw WorkbenchException.resource(
            "C360-SEG-003", "Cannot write segments to " + folder + ".", e);
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
      JsonNode text = YAML.readTree(Files.readString(file, StandardCharsets.UTF_8));
      return new SegmentDefinition(
          name.substring(0, name.length() - ".yaml".length()),
          text.path("title").asText(name),
          text.path("description").asText(""),
          text.path("where").asText("").strip(),
          text.path("since").asText("").strip(),
          text.path("order").asInt(100));
    } catch (JsonProcessingException e) {
      throw WorkbenchException.user(
          "C360-SEG-005",
          "segments/"
              + name
              + " line "
              + e.getLocation().getLineNr()
              + " is not YAML: "
              + e.getOriginalMessage());
    } catch (IOException e) {
      throw WorkbenchException.resource("C360-SEG-006", "Cannot read segments/" + name + ".", e);
    }
  }
}

package io.customer360.connector.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.customer360.fault.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads `destinations.yaml` of a workspace. Secrets are not in it.
public final class DestinationFile {
  private static final String NAME = "destinations.yaml";
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Path file;

  public DestinationFile(Path workspace) {
    this.file = workspace.resolve(NAME);
  }

  public Path path() {
    return file;
  }

  /// The destinations; those of [#defaults] when nobody wrote any.
  public List<DestinationSettings> read() {
    if (!Files.exists(file)) {
      return defaults();
    }
    JsonNode root;
    try {
      root = YAML.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw wrong(
          "line " + e.getLocation().getLineNr() + " is not YAML: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw WorkbenchException.resource("C360-DST-001", "Cannot read " + file + ".", e);
    }
    List<DestinationSettings> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int place = 0;
    for (JsonNode node : root.path("destinations")) {
      place++;
      String name = node.path("name").asText("").strip();
      if (name.isEmpty() || !names.add(name)) {
        throw wrong("destination " + place + " needs a name of its own.");
      }
      all.add(read(node, name));
    }
    return all;
  }

  private DestinationSettings read(JsonNode node, String name) {
    String kindText = node.path("kind").asText("");
    DestinationSettings.Kind kind =
        switch (kindText.toLowerCase(Locale.ROOT)) {
          case "webhook" -> DestinationSettings.Kind.WEBHOOK;
          case "file" -> DestinationSettings.Kind.FILE;
          case "sandbox" -> DestinationSettings.Kind.SANDBOX;
          default ->
              throw wrong(name + ": kind is webhook, file or sandbox, not '" + kindText + "'.");
        };
    String url = node.path("url").asText("");
    String folder = node.path("folder").asText("");
    if (kind == DestinationSettings.Kind.WEBHOOK && url.isBlank()) {
      throw wrong(name + ": a webhook needs a url.");
    }
    if (kind == DestinationSettings.Kind.FILE && folder.isBlank()) {
      throw wrong(name + ": a file drop needs a folder.");
    }
    double perSecond = node.path("per_second").asDouble(50);
    if (!(perSecond > 0) || Double.isInfinite(perSecond)) {
      throw wrong(name + ": per_second is above 0.");
    }
    List<String> allow = new ArrayList<>();
    node.path("allow").forEach(entry -> allow.add(entry.asText()));
    return new DestinationSettings(name, kind, url, folder, allow, perSecond);
  }

  /// The sandbox for messages and a folder for lists: nothing leaves this computer.
  public static List<DestinationSettings> defaults() {
    return List.of(
        new DestinationSettings(
            "webhook", DestinationSettings.Kind.SANDBOX, "", "", List.of(), 1_000),
        new DestinationSettings(
            "file", DestinationSettings.Kind.FILE, "", "exports/outbox", List.of(), 500));
  }

  private WorkbenchException wrong(String what) {
    return WorkbenchException.user("C360-DST-003", file.getFileName() + ": " + what);
  }
}

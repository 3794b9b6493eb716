package io.customer360.decision.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.fault.WorkbenchException;
import io.customer360.governance.CanonicalJson;
import io.customer360.governance.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Text files by name, and the version that follows from their content. Kept with the decisions
/// made from them, so that a replay reads the words of that day.
public record TextBundle(SortedMap<String, String> files) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public TextBundle {
    files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  public static TextBundle of(Map<String, String> files) {
    return new TextBundle(new TreeMap<>(files));
  }

  /// Every `*.yaml` and `*.yml` of a folder; empty when there is no folder.
  public static TextBundle ofFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      return of(Map.of());
    }
    SortedMap<String, String> found = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.sorted().toList()) {
        String name = path.getFileName().toString();
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
          found.put(name, Files.readString(path, StandardCharsets.UTF_8).replace("\r\n", "\n"));
        }
      }
    } catch (IOException failure) {
      throw WorkbenchException.data(
          "C360-DEC-001", "The texts in " + folder + " could not be read as UTF-8.");
    }
    return new TextBundle(found);
  }

  /// Resources beside a class, by name.
  public static TextBundle ofResources(Class<?> beside, String folder, List<String> names) {
    SortedMap<String, String> found = new TreeMap<>();
    for (String name : names) {
      String path = folder + "/" + name;
      try (InputStream in = beside.getResourceAsStream(path)) {
        if (in == null) {
          throw new IllegalStateException("Missing resource " + path);
        }
        found.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException failure) {
        throw WorkbenchException.internal("C360-DEC-002", "A text is missing: " + path, failure);
      }
    }
    return new TextBundle(found);
  }

  public static TextBundle ofJson(String json) {
    try {
      return of(JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {}));
    } catch (JsonProcessingException broken) {
      throw WorkbenchException.internal("C360-DEC-003", "A stored text is broken.", broken);
    }
  }

  public String toJson() {
    return CanonicalJson.of(files);
  }

  /// The first 12 hex digits of the content's hash.
  public String version() {
    return Hashes.sha256(toJson()).substring(0, 12);
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }
}

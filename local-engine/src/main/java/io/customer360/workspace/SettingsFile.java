package io.customer360.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.customer360.fault.Kind;
import io.customer360.fault.WorkbenchException;
import io.customer360.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads and writes `settings.json`. A crash leaves the old text or the new one, never a mixture.
final class SettingsFile {
  static final String FILE = "settings.json";

  private final ObjectMapper json =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
  private final Path file;

  SettingsFile(Path root) {
    this.file = root.resolve(FILE);
  }

  boolean exists() {
    return Files.isRegularFile(file);
  }

  WorkspaceSettings read() {
    try {
      return json.readValue(Files.readString(file), WorkspaceSettings.class);
    } catch (JsonProcessingException wrong) {
      if (wrong.getCause() instanceof WorkbenchException known) {
        throw new WorkbenchException(
            known.code(), known.kind(), file + ": " + known.plain(), wrong);
      }
      int line = wrong.getLocation() == null ? 1 : wrong.getLocation().getLineNr();
      throw new WorkbenchException(
          "C360-WSP-005",
          Kind.DATA,
          file + ", line " + line + ": not valid settings: " + wrong.getOriginalMessage(),
          wrong);
    } catch (IOException failure) {
      throw WorkbenchException.resource(
          "C360-WSP-006", "Cannot read " + file + ": " + failure.getMessage(), failure);
    }
  }

  void write(WorkspaceSettings settings) {
    try {
      AtomicFile.of(file).durable().text(json.writeValueAsString(settings) + "\n");
    } catch (IOException failure) {
      throw WorkbenchException.resource(
          "C360-WSP-007",
          "Cannot write " + file + ": " + failure.getMessage() + ". The old settings are kept.",
          failure);
    }
  }
}

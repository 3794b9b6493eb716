package io.customer360.governance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.fault.WorkbenchException;
import io.customer360.file.AtomicFile;
import io.customer360.governance.VerifyReport.Tampering;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An exported log: one entry a line, `{"entry":{...},"hash":"...","previous":"..."}`, and as the
/// last line the anchor `{"anchor":{"count":n,"head":"..."}}`.
final class AuditFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AuditFile() {}

  static void write(Path file, List<AuditEntry> entries, long count, String head) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicFile.of(file).durable().write(out -> lines(out, entries, count, head));
    } catch (IOException failure) {
      throw WorkbenchException.resource(
          "C360-GOV-020", "The audit log could not be written to " + file + ".", failure);
    }
  }

  private static void lines(OutputStream to, List<AuditEntry> entries, long count, String head)
      throws IOException {
    Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
    for (AuditEntry entry : entries) {
      out.write("{\"entry\":" + entry.json() + ",\"hash\":\"" + entry.hash() + "\",");
      out.write("\"previous\":\"" + entry.previous() + "\"}\n");
    }
    out.write("{\"anchor\":" + CanonicalJson.of(Map.of("count", count, "head", head)) + "}\n");
    out.flush();
  }

  static VerifyReport verify(Path file) {
    List<AuditEntry> entries = new ArrayList<>();
    long count = -1;
    String head = "";
    long line = 0;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        line++;
        if (count >= 0) {
          return unreadable(entries, line, "Line " + line + " comes after the anchor.");
        }
        JsonNode json = JSON.readTree(text);
        if (json.path("anchor").isObject()) {
          count = json.path("anchor").path("count").asLong(-1);
          head = json.path("anchor").path("head").asText();
        } else {
          entries.add(entry(text, json));
        }
      }
    } catch (JsonProcessingException | IllegalArgumentException broken) {
      return unreadable(
          entries, line, "Line " + line + " of " + file.getFileName() + " is not an audit entry.");
    } catch (IOException failure) {
      throw WorkbenchException.data(
          "C360-GOV-021",
          "The audit file " + file + " could not be read. Name a file made by audit export.");
    }
    if (count < 0) {
      return new VerifyReport(
          entries.size(),
          false,
          Tampering.TRUNCATED,
          entries.size() + 1L,
          "The anchor line at the end is missing: entries may be missing too.",
          entries.isEmpty() ? Hashes.ZERO : entries.getLast().hash());
    }
    return new ChainCheck(entries, count, head).run();
  }

  /// The entry's own bytes, not a re-rendering: a changed space is a change.
  private static AuditEntry entry(String text, JsonNode json) {
    String hash = json.path("hash").asText();
    String previous = json.path("previous").asText();
    String tail = ",\"hash\":\"" + hash + "\",\"previous\":\"" + previous + "\"}";
    if (!text.startsWith("{\"entry\":")
        || !text.endsWith(tail)
        || !isHash(hash)
        || !isHash(previous)) {
      throw new IllegalArgumentException("not an entry");
    }
    return new AuditEntry(
        json.path("entry").path("seq").asLong(-1),
        text.substring("{\"entry\":".length(), text.length() - tail.length()),
        previous,
        hash);
  }

  private static boolean isHash(String text) {
    return text.length() == 64
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static VerifyReport unreadable(List<AuditEntry> entries, long line, String plain) {
    return new VerifyReport(entries.size(), false, Tampering.UNREADABLE, line, plain, Hashes.ZERO);
  }
}

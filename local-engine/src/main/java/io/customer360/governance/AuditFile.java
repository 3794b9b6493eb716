package io.customer360.governance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.fault.WorkbenchException;
import io.customer360.file.AtomicFile;
import io.customer360.governance.VerifyReport.Tampering;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// An exported log: one entry a line, `{"entry":{...},"hash":"...","previous":"..."}`, and as the
/// last line the anchor `{"anchor":{"count":n,"head":"..."}}`.
final class AuditFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AuditFile() {}

  /// Writes the entries with the anchor and tells how many they were.
  static long write(Path file, ChainCheck.Entries<SQLException> entries, long count, String head)
      throws SQLException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicLong written = new AtomicLong();
      AtomicFile.of(file)
          .durable()
          .<SQLException>fill(aside -> written.set(lines(aside, entries, count, head)));
      return written.get();
    } catch (IOException | UncheckedIOException failure) {
      throw WorkbenchException.resource(
          "C360-GOV-020", "The audit log could not be written to " + file + ".", failure);
    }
  }

  private static long lines(
      Path file, ChainCheck.Entries<SQLException> entries, long count, String head)
      throws IOException, SQLException {
    AtomicLong written = new AtomicLong();
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      entries.each(
          entry -> {
            try {
              out.write("{\"entry\":" + entry.json() + ",\"hash\":\"" + entry.hash() + "\",");
              out.write("\"previous\":\"" + entry.previous() + "\"}\n");
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
            written.incrementAndGet();
          });
      out.write("{\"anchor\":" + CanonicalJson.of(Map.of("count", count, "head", head)) + "}\n");
    }
    return written.get();
  }

  static VerifyReport verify(Path file) {
    ChainCheck check = new ChainCheck();
    long count = -1;
    String head = "";
    long line = 0;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        line++;
        if (count >= 0) {
          return unreadable(check, line, "Line " + line + " comes after the anchor.");
        }
        JsonNode json = JSON.readTree(text);
        if (json.path("anchor").isObject()) {
          count = json.path("anchor").path("count").asLong(-1);
          head = json.path("anchor").path("head").asText();
        } else {
          check.accept(entry(text, json));
        }
      }
      return count < 0 ? withoutAnchor(check) : check.finish(count, head, again(file));
    } catch (JsonProcessingException | IllegalArgumentException broken) {
      return unreadable(
          check, line, "Line " + line + " of " + file.getFileName() + " is not an audit entry.");
    } catch (IOException failure) {
      throw WorkbenchException.data(
          "C360-GOV-021",
          "The audit file " + file + " could not be read. Name a file made by audit export.");
    }
  }

  /// The entries once more, of a file that was read to its end before.
  private static ChainCheck.Entries<IOException> again(Path file) {
    return sink -> {
      try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        for (String text = in.readLine(); text != null; text = in.readLine()) {
          JsonNode json = JSON.readTree(text);
          if (!json.path("anchor").isObject()) {
            sink.accept(entry(text, json));
          }
        }
      }
    };
  }

  private static VerifyReport withoutAnchor(ChainCheck check) {
    return new VerifyReport(
        check.read(),
        false,
        Tampering.TRUNCATED,
        check.read() + 1,
        "The anchor line at the end is missing: entries may be missing too.",
        check.last());
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

  private static VerifyReport unreadable(ChainCheck check, long line, String plain) {
    return new VerifyReport(check.read(), false, Tampering.UNREADABLE, line, plain, Hashes.ZERO);
  }
}

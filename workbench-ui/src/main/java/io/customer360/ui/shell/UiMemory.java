package io.customer360.ui.shell;

import io.customer360.file.AtomicFile;
import io.customer360.ui.control.Memory;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the window remembers between runs: sizes, divider positions, columns, theme. Never data.
public interface UiMemory extends Memory {

  /// Makes what was put last; called when the window closes.
  default void save() {}

  default Optional<Double> number(String key) {
    return get(key)
        .flatMap(
            text -> {
              try {
                return Optional.of(Double.parseDouble(text));
              } catch (NumberFormatException broken) {
                return Optional.empty();
              }
            });
  }

  /// Forgets at the end of the run.
  static UiMemory none() {
    Map<String, String> values = new ConcurrentHashMap<>();
    return new UiMemory() {
      @Override
      public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
      }

      @Override
      public void put(String key, String value) {
        values.put(key, value);
      }
    };
  }

  /// Keeps its values in a properties file; a file that cannot be read or written costs the memory,
  /// never the start.
  static UiMemory file(Path file) {
    Logger log = LoggerFactory.getLogger(UiMemory.class);
    Map<String, String> values = new TreeMap<>();
    if (Files.isRegularFile(file)) {
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        Properties stored = new Properties();
        stored.load(in);
        stored.forEach((key, value) -> values.put(key.toString(), value.toString()));
      } catch (IOException | IllegalArgumentException broken) {
        log.warn("Window state in {} not read", file, broken);
      }
    }
    return new UiMemory() {
      @Override
      public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
      }

      @Override
      public synchronized void put(String key, String value) {
        values.put(key, value);
      }

      @Override
      public synchronized void save() {
        Properties stored = new Properties();
        stored.putAll(values);
        try {
          Files.createDirectories(file.toAbsolutePath().getParent());
          StringWriter text = new StringWriter();
          stored.store(text, null);
          AtomicFile.of(file).text(text.toString());
        } catch (IOException failed) {
          log.warn("Window state in {} not written", file, failed);
        }
      }
    };
  }
}

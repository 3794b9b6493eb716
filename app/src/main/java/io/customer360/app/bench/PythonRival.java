package io.customer360.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// scikit-learn in a Python of this machine, where there is one.
final class PythonRival {
  private final String python;
  private final Path folder;
  private final @Nullable String version;

  private PythonRival(String python, Path folder, @Nullable String version) {
    this.python = python;
    this.folder = folder;
    this.version = version;
  }

  /// What it answered.
  record Answer(double seconds, @Nullable Double score, long peakMb) {}

  static PythonRival find(String python, Path folder) throws IOException {
    try (InputStream script = PythonRival.class.getResourceAsStream("cluster_sklearn.py")) {
      if (script == null) {
        throw new IllegalStateException("cluster_sklearn.py is missing");
      }
      Files.copy(script, folder.resolve("cluster_sklearn.py"), StandardCopyOption.REPLACE_EXISTING);
    }
    String version = null;
    try {
      version = output(List.of(python, "-c", "import sklearn; print(sklearn.__version__)")).strip();
    } catch (IOException noPython) {
      // Said in words().
    }
    return new PythonRival(python, folder, version);
  }

  String words() {
    return version == null
        ? python + " has no scikit-learn; name one that has with --python"
        : "scikit-learn " + version;
  }

  /// Runs a case; null without the rival.
  @Nullable Answer run(String name, int rows, int columns, String... options) throws IOException {
    if (version == null) {
      return null;
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                python,
                folder.resolve("cluster_sklearn.py").toString(),
                name,
                folder.toString(),
                Integer.toString(rows),
                Integer.toString(columns)));
    command.addAll(List.of(options));
    JsonNode answer = new ObjectMapper().readTree(output(command));
    return new Answer(
        answer.path("seconds").asDouble(),
        answer.has("score") ? answer.path("score").asDouble() : null,
        answer.path("peak_mb").asLong());
  }

  private static String output(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command.getFirst() + " failed");
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return text;
  }
}

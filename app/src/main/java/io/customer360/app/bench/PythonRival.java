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

/// A library in a Python of this machine, where there is one: a script of ours gives it the same
/// work and answers with one JSON document.
final class PythonRival {
  private final String python;
  private final String library;
  private final Path script;
  private final @Nullable String version;

  private PythonRival(String python, String library, Path script, @Nullable String version) {
    this.python = python;
    this.library = library;
    this.script = script;
    this.version = version;
  }

  /// @param library in plain words: `scikit-learn`
  /// @param module its module, which has a `__version__`
  /// @param script a resource beside this class; it is copied into the folder
  static PythonRival find(String python, String library, String module, String script, Path folder)
      throws IOException {
    Path copy = folder.resolve(script);
    try (InputStream source = PythonRival.class.getResourceAsStream(script)) {
      if (source == null) {
        throw new IllegalStateException(script + " is missing");
      }
      Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    String version = null;
    try {
      String print = "import " + module + "; print(" + module + ".__version__)";
      version = output(List.of(python, "-c", print)).strip();
    } catch (IOException noPython) {
      // Said in words().
    }
    return new PythonRival(python, library, copy, version);
  }

  String words() {
    return version == null
        ? python + " has no " + library + "; name one that has with --python"
        : library + " " + version;
  }

  /// Runs the script; null without the rival.
  @Nullable JsonNode run(String... arguments) throws IOException {
    if (version == null) {
      return null;
    }
    List<String> command = new ArrayList<>(List.of(python, script.toString()));
    command.addAll(List.of(arguments));
    return new ObjectMapper().readTree(output(command));
  }

  private static String output(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + " failed; run it by hand to see why");
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return text;
  }
}

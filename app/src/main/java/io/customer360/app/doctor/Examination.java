package io.customer360.app.doctor;

import io.customer360.assistant.llm.OllamaAddress;
import io.customer360.ingest.Ingest;
import io.customer360.ingest.mapping.LostFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The checks, each on its own: one that fails does not keep the others from being made.
public final class Examination {
  private static final long ENOUGH_MEMORY = 6_000_000_000L;
  private static final long ENOUGH_DISK = 5_000_000_000L;
  private static final int JDK = 25;

  private final Path workspaces;
  private final Path workspace;
  private final OllamaAddress ollama;

  /// @param workspaces folder of the workspaces
  /// @param workspace the one whose files are looked at, if it is there
  public Examination(Path workspaces, Path workspace, OllamaAddress ollama) {
    this.workspaces = workspaces;
    this.workspace = workspace;
    this.ollama = ollama;
  }

  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(jdk());
    findings.add(memory());
    findings.add(disk());
    findings.add(database());
    findings.add(fonts());
    findings.add(toolkit());
    findings.add(display());
    findings.add(model());
    if (Files.isDirectory(workspace)) {
      findings.addAll(landedFiles());
    }
    return findings;
  }

  /// Whether the rows of every landed file are there.
  private List<Finding> landedFiles() {
    String subject = "Landed files";
    List<LostFile> lost = Ingest.lost(workspace);
    return lost.isEmpty()
        ? List.of(Finding.ok(subject, "all there in " + workspace))
        : lost.stream().map(file -> Finding.problem(subject, file.words(), file.advice())).toList();
  }

  private static Finding jdk() {
    Runtime.Version version = Runtime.version();
    String fact =
        version + ", " + System.getProperty("java.vendor") + ", " + System.getProperty("os.arch");
    return version.feature() >= JDK
        ? Finding.ok("JDK", fact)
        : Finding.problem("JDK", fact, "Install a JDK " + JDK + " or newer and set JAVA_HOME.");
  }

  private static Finding memory() {
    long bytes =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean machine
            ? machine.getTotalMemorySize()
            : Runtime.getRuntime().maxMemory();
    String fact =
        String.format(
            Locale.UK,
            "%.1f GB, %d cores",
            bytes / 1e9,
            Runtime.getRuntime().availableProcessors());
    return bytes >= ENOUGH_MEMORY
        ? Finding.ok("Memory", fact)
        : Finding.note("Memory", fact, "A million customers need 8 GB; smaller data is fine.");
  }

  private Finding disk() {
    try {
      Path there = workspaces.toAbsolutePath();
      while (!Files.exists(there) && there.getParent() != null) {
        there = there.getParent();
      }
      FileStore store = Files.getFileStore(there);
      String fact =
          String.format(Locale.UK, "%.1f GB free for %s", store.getUsableSpace() / 1e9, workspaces);
      if (!Files.isWritable(there)) {
        return Finding.problem("Disk", fact, "Choose a folder you may write to with C360_HOME.");
      }
      return store.getUsableSpace() >= ENOUGH_DISK
          ? Finding.ok("Disk", fact)
          : Finding.note("Disk", fact, "Free some space before importing large files.");
    } catch (IOException e) {
      return Finding.problem("Disk", e.toString(), "Choose another folder with C360_HOME.");
    }
  }

  private static Finding database() {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select version(), string_agg(extension_name, ', ' order by extension_name)"
                    + " from duckdb_extensions() where loaded and extension_name in"
                    + " ('core_functions', 'icu', 'json', 'parquet')")) {
      row.next();
      return Finding.ok("DuckDB", row.getString(1) + " with " + row.getString(2));
    } catch (SQLException | UnsatisfiedLinkError e) {
      return Finding.problem(
          "DuckDB", e.toString(), "The native library did not load; is this platform supported?");
    }
  }

  private static Finding fonts() {
    boolean inter = resource("com/formdev/flatlaf/fonts/inter/Inter-Regular.otf");
    boolean mono = resource("com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Regular.ttf");
    return inter && mono
        ? Finding.ok("Fonts", "Inter and JetBrains Mono are bundled")
        : Finding.problem("Fonts", "a bundled font is missing", "Build again: delete app/target.");
  }

  private static boolean resource(String name) {
    return Examination.class.getClassLoader().getResource(name) != null;
  }

  /// On Linux the toolkit draws through system libraries, which a bare system lacks.
  private static Finding toolkit() {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      return Finding.ok("Window toolkit", "brings its own libraries on this system");
    }
    List<String> missing =
        Stream.of("libfreetype.so.6", "libfontconfig.so.1", "libpangoft2-1.0.so.0")
            .filter(library -> !installed(library))
            .toList();
    if (!missing.isEmpty()) {
      return Finding.problem(
          "Window toolkit",
          "missing " + String.join(", ", missing),
          "Debian: apt-get install libfreetype6 libfontconfig1 libpango-1.0-0"
              + " libpangoft2-1.0-0");
    }
    List<String> forWindows =
        Stream.of("libgtk-3.so.0", "libXtst.so.6", "libGL.so.1")
            .filter(library -> !installed(library))
            .toList();
    return forWindows.isEmpty()
        ? Finding.ok("Window toolkit", "system libraries are there")
        : Finding.note(
            "Window toolkit",
            "pictures work; a window lacks " + String.join(", ", forWindows),
            "Debian: apt-get install libgtk-3-0 libxtst6 libgl1");
  }

  private static boolean installed(String library) {
    return Stream.of("/lib", "/usr/lib", "/lib64", "/usr/lib64", "/usr/local/lib")
        .map(Path::of)
        .filter(Files::isDirectory)
        .anyMatch(folder -> below(folder, library));
  }

  private static boolean below(Path folder, String library) {
    if (Files.exists(folder.resolve(library))) {
      return true;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.anyMatch(
          entry ->
              entry.getFileName().toString().contains("linux-gnu")
                  && Files.exists(entry.resolve(library)));
    } catch (IOException e) {
      return false;
    }
  }

  private static Finding display() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    String x11 = System.getenv("DISPLAY");
    boolean there = !linux || (x11 != null && !x11.isBlank());
    return there
        ? Finding.ok("Display", linux ? "DISPLAY is " + x11 : "there")
        : Finding.note(
            "Display", "none (DISPLAY is not set)", "Commands and screenshots work without one.");
  }

  private Finding model() {
    HttpRequest ask =
        HttpRequest.newBuilder(ollama.uri().resolve("/api/version"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
      HttpResponse<String> answer = client.send(ask, HttpResponse.BodyHandlers.ofString());
      String fact = "answers at " + ollama.uri() + ": " + answer.body().strip();
      return ollama.remark().isEmpty()
          ? Finding.ok("Ollama", fact)
          : Finding.note("Ollama", fact, ollama.remark());
    } catch (IOException e) {
      return Finding.note(
          "Ollama",
          "nobody answers at " + ollama.uri(),
          (ollama.remark() + " Not needed: the built-in planner answers.").strip()
              + " To use a local model, start Ollama.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.note("Ollama", "not asked", "");
    }
  }
}

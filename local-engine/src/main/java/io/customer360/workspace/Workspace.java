package io.customer360.workspace;

import io.customer360.fault.WorkbenchException;
import io.customer360.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// An open workspace folder. While it is open no other program can open it.
///
/// ```java
/// try (Workspace w = Workspace.open(Path.of("alder-and-pine.c360"))) {
///   w.change(now -> now.withTheme("dark"));
/// }
/// ```
///
/// Thread-safe.
public final class Workspace implements AutoCloseable {
  private static final String LAKE = "lake.duckdb";
  private static final List<String> FOLDERS =
      List.of(
          "bronze",
          "models",
          "exports",
          "policies",
          "segments",
          "mappings",
          "offers",
          "knowledge",
          "logs",
          "temp");

  /// Format changes so far, oldest first. Format 1 is the first.
  private static final List<Migration> MIGRATIONS = List.of();

  private final Path root;
  private final SettingsFile file;
  private final WorkspaceLock lock;
  private volatile WorkspaceSettings settings;

  private Workspace(Path root, SettingsFile file, WorkspaceLock lock, WorkspaceSettings settings) {
    this.root = root;
    this.file = file;
    this.lock = lock;
    this.settings = settings;
  }

  /// Makes a new workspace in `dir` and opens it. Fails, changing nothing, if `dir` holds anything;
  /// what a creation left that was cut off does not count.
  public static Workspace create(Path dir, WorkspaceSettings settings) {
    Path root = dir.toAbsolutePath().normalize();
    SettingsFile file = new SettingsFile(root);
    refuseIfUsed(root, file);
    WorkspaceLock lock = null;
    try {
      Files.createDirectories(root);
      lock = WorkspaceLock.take(root, self());
      createFolders(root);
      WorkspaceSettings first = settings.withVersion(WorkspaceSettings.CURRENT_VERSION);
      // The settings come last: a folder with settings is a complete workspace.
      file.write(first);
      return new Workspace(root, file, lock, first);
    } catch (IOException failure) {
      if (lock != null) {
        lock.close();
      }
      throw WorkbenchException.resource(
          "C360-WSP-003", "Cannot create workspace " + root + ": " + failure.getMessage(), failure);
    } catch (WorkbenchException failure) {
      if (lock != null) {
        lock.close();
      }
      throw failure;
    }
  }

  /// Opens the workspace in `dir`: takes its lock and brings an older format up to date.
  public static Workspace open(Path dir) {
    return open(dir, MIGRATIONS, WorkspaceSettings.CURRENT_VERSION);
  }

  static Workspace open(Path dir, List<Migration> migrations, int current) {
    Path root = dir.toAbsolutePath().normalize();
    SettingsFile file = new SettingsFile(root);
    if (!Files.isDirectory(root)) {
      throw WorkbenchException.user(
          "C360-WSP-004", "There is no workspace at " + root + ". Make one with 'init'.");
    }
    if (!file.exists()) {
      throw WorkbenchException.user(
          "C360-WSP-008", root + " is not a workspace: it has no settings.json.");
    }
    WorkspaceLock lock = WorkspaceLock.take(root, self());
    try {
      WorkspaceSettings settings = migrate(root, file, migrations, current);
      createFolders(root);
      sweep(root);
      return new Workspace(root, file, lock, settings);
    } catch (IOException failure) {
      lock.close();
      throw WorkbenchException.resource(
          "C360-WSP-009", "Cannot open workspace " + root + ": " + failure.getMessage(), failure);
    } catch (RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  /// Whether `dir` holds a workspace, opened or not.
  public static boolean isWorkspace(Path dir) {
    return new SettingsFile(dir).exists();
  }

  private static WorkspaceSettings migrate(
      Path root, SettingsFile file, List<Migration> migrations, int current) throws IOException {
    WorkspaceSettings settings = file.read();
    if (settings.version() > current) {
      throw WorkbenchException.user(
          "C360-WSP-013",
          "Workspace "
              + root
              + " was written by a newer version of this program (format "
              + settings.version()
              + ", this one reads up to "
              + current
              + "). Nothing was changed; install the newer version.");
    }
    for (Migration migration : migrations) {
      if (migration.from() == settings.version() && migration.from() < current) {
        migration.run(root);
        settings = settings.withVersion(migration.from() + 1);
        file.write(settings);
      }
    }
    return settings;
  }

  private static void refuseIfUsed(Path root, SettingsFile file) {
    if (file.exists()) {
      throw WorkbenchException.user(
          "C360-WSP-014", root + " is already a workspace. Nothing was changed.");
    }
    if (!Files.exists(root)) {
      return;
    }
    if (!Files.isDirectory(root)) {
      throw WorkbenchException.user("C360-WSP-015", root + " is a file, not a folder.");
    }
    try (Stream<Path> inside = Files.walk(root)) {
      boolean used =
          inside
              .filter(path -> !path.equals(root))
              .anyMatch(path -> !leftByCreation(root.relativize(path).toString()));
      if (used) {
        throw WorkbenchException.user(
            "C360-WSP-016", root + " is not empty. Choose an empty or a new folder.");
      }
    } catch (IOException failure) {
      throw WorkbenchException.resource(
          "C360-WSP-017", "Cannot read " + root + ": " + failure.getMessage(), failure);
    }
  }

  private static boolean leftByCreation(String name) {
    return FOLDERS.contains(name)
        || name.equals(WorkspaceLock.FILE)
        || AtomicFile.isLeftover(Path.of(name));
  }

  private static void createFolders(Path root) throws IOException {
    for (String folder : FOLDERS) {
      Files.createDirectories(root.resolve(folder));
    }
  }

  /// The lock is held, so what is unfinished here nobody will finish.
  private static void sweep(Path root) throws IOException {
    AtomicFile.sweep(root);
    for (String folder : FOLDERS) {
      AtomicFile.sweep(root.resolve(folder));
    }
  }

  private static LockHolder self() {
    ProcessHandle process = ProcessHandle.current();
    // The one place where the real time is meant: it tells people since when, and nothing else.
    Instant since = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    return new LockHolder(System.getProperty("user.name", "unknown"), process.pid(), since);
  }

  public Path root() {
    return root;
  }

  /// Landed files by dataset; immutable.
  public Path bronze() {
    return root.resolve("bronze");
  }

  /// The lake's database file.
  public Path lakeFile() {
    return root.resolve(LAKE);
  }

  /// Trained models, `<name>/v<N>/`.
  public Path models() {
    return root.resolve("models");
  }

  public Path policies() {
    return root.resolve("policies");
  }

  public Path segments() {
    return root.resolve("segments");
  }

  public Path mappings() {
    return root.resolve("mappings");
  }

  public Path offers() {
    return root.resolve("offers");
  }

  public Path knowledge() {
    return root.resolve("knowledge");
  }

  public Path exports() {
    return root.resolve("exports");
  }

  /// Customers frozen as test personas; made with the first of them.
  public Path personas() {
    return root.resolve("personas");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /// For spilled query work; emptied at will.
  public Path temp() {
    return root.resolve("temp");
  }

  public WorkspaceSettings settings() {
    return settings;
  }

  /// Changes the settings and stores them at once: `change` is given those in force, and no other
  /// change comes between, so that two screens, or a screen and a job, lose nothing of each other.
  /// When it throws or the file cannot be written nothing is changed. The format version stays.
  ///
  /// @return the settings now in force
  public synchronized WorkspaceSettings change(UnaryOperator<WorkspaceSettings> change) {
    WorkspaceSettings next = change.apply(settings).withVersion(settings.version());
    if (!next.equals(settings)) {
      file.write(next);
      settings = next;
    }
    return next;
  }

  /// The clock for everything that stamps: fixed when the settings say so, else the system's. What
  /// "today" means for the data is the lakehouse's `asOf`.
  public Clock clock() {
    return settings
        .fixedClock()
        .map(instant -> Clock.fixed(instant, ZoneOffset.UTC))
        .orElseGet(Clock::systemUTC);
  }

  /// Gives the folder free.
  @Override
  public void close() {
    lock.close();
  }
}

package io.customer360.past;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import io.customer360.text.Sha256;
import io.customer360.workspace.Past;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lays out the folder of a workspace that shows a past day: landed files as links, for they never
/// change; texts as copies; and what no file holds, the ids given to customers and what people
/// judged, carried over from table to table.
///
/// ```java
/// PastFolder past = new PastFolder(workspace, lakehouse);
/// past.lay(half, day, progress);
/// try (Engine engine = Composition.open(half)) {
///   PastFolder.settle(engine.workspace(), engine.lakehouse());
///   engine.refresh(new RefreshRequest(true, RefreshRequest.SEED), progress);
/// }
/// ```
///
/// Thread-safe.
public final class PastFolder {
  private static final String CARRIED = "carried";

  /// Texts of a workspace that shape what its tables hold.
  private static final List<String> TEXTS =
      List.of("mappings", "contracts", "policies", "offers", "segments", "knowledge");

  /// Tables that outlive a rebuild of the lake.
  private static final List<String> TABLES =
      List.of("ops.customer_registry", "ops.identity_judgement");

  private final Workspace workspace;
  private final Lakehouse lakehouse;

  public PastFolder(Workspace workspace, Lakehouse lakehouse) {
    this.workspace = workspace;
    this.lakehouse = lakehouse;
  }

  /// Where workspaces of the past are kept.
  public static Path home(Workspace workspace) {
    return workspace.root().resolve("snapshots");
  }

  /// Where the workspace that shows `day` is kept.
  public static Path of(Workspace workspace, LocalDate day) {
    return home(workspace).resolve(day + ".c360");
  }

  /// The last moment of a day in the workspace's zone.
  ///
  /// @throws WorkbenchException a user error when the day is not before the data's today, when the
  ///     data start later, or when the workspace shows a past day itself
  public Instant until(LocalDate day) {
    WorkspaceSettings settings = workspace.settings();
    if (settings.past().isPresent()) {
      throw WorkbenchException.user(
          "C360-PST-001", "This workspace shows a past day already. Choose in the one of today.");
    }
    LocalDate first =
        started()
            .map(at -> at.atZone(settings.zoneId()).toLocalDate())
            .orElseThrow(
                () ->
                    WorkbenchException.user(
                        "C360-PST-008", "There are no data yet. Import files and refresh first."));
    if (day.isBefore(first)) {
      throw WorkbenchException.user(
          "C360-PST-009", "Nothing is known of " + day + ": the data start on " + first + ".");
    }
    LocalDate today = lakehouse.asOf().atZone(settings.zoneId()).toLocalDate();
    if (!day.isBefore(today)) {
      throw WorkbenchException.user(
          "C360-PST-002", day + " is not past: the data's today is " + today + ".");
    }
    return day.plusDays(1).atStartOfDay(settings.zoneId()).toInstant().minusMillis(1);
  }

  /// When the first thing worth telling happened.
  private Optional<Instant> started() {
    return lakehouse.read(
        connection ->
            Rows.number(
                        connection,
                        "select count(*) from duckdb_tables() where schema_name = 'gold' and"
                            + " table_name = 'timeline'")
                    == 0
                ? Optional.empty()
                : Rows.list(
                        connection,
                        "select epoch_ms(min(ts)), min(ts) is null from gold.timeline",
                        row ->
                            row.getBoolean(2)
                                ? Optional.<Instant>empty()
                                : Optional.of(Instant.ofEpochMilli(row.getLong(1))))
                    .getFirst());
  }

  /// Print of all that the workspace of a day is made from; equal prints make equal workspaces.
  public String stamp(LocalDate day) {
    StringBuilder all = new StringBuilder(until(day).toString());
    lakehouse.read(
        connection -> {
          for (String sql :
              List.of(
                  "select string_agg(landing, ',' order by landing) from ops.landing",
                  "select string_agg(landing || line || status, ',' order by landing, line) from"
                      + " ops.quarantine where status <> 'OPEN'",
                  "select cast(bit_xor(hash(j)) as varchar) from ops.identity_judgement j")) {
            Rows.list(connection, sql, row -> String.valueOf(row.getString(1)))
                .forEach(all::append);
          }
          return true;
        });
    try {
      for (String name : TEXTS) {
        for (Path file : files(workspace.root().resolve(name))) {
          all.append(file.getFileName()).append(Files.readString(file));
        }
      }
      return Sha256.half(all.toString());
    } catch (IOException failure) {
      throw storage("Cannot read " + workspace.root(), failure);
    }
  }

  /// Lays out the workspace of a day in `folder`, which must not exist. Its lake is filled by
  /// opening it, [#settle] and a full refresh.
  public void lay(Path folder, LocalDate day, Progress progress) {
    progress.stage("Lay out " + day);
    Past past =
        new Past(
            String.valueOf(workspace.root().getFileName()),
            until(day),
            lakehouse.asOf(),
            stamp(day));
    WorkspaceSettings settings = workspace.settings().withPast(past);
    Workspace.create(folder, settings).close();
    try {
      for (Path file : files(workspace.bronze())) {
        progress.checkCancelled();
        Path to = folder.resolve("bronze").resolve(workspace.bronze().relativize(file).toString());
        Files.createDirectories(parent(to));
        link(file, to);
      }
      for (String name : TEXTS) {
        for (Path file : files(workspace.root().resolve(name))) {
          Path to = folder.resolve(workspace.root().relativize(file).toString());
          Files.createDirectories(parent(to));
          Files.copy(file, to);
        }
      }
      Files.createDirectories(folder.resolve(CARRIED));
    } catch (IOException failure) {
      throw storage("Cannot lay out " + folder, failure);
    }
    lakehouse.read(
        connection -> {
          for (String table : TABLES) {
            Rows.run(
                connection,
                "copy " + table + " to " + carried(folder, table) + " (format parquet)");
          }
          return true;
        });
  }

  /// Takes in what was carried over, once; to be called before the first refresh.
  public static void settle(Workspace past, Lakehouse lakehouse) {
    Path carried = past.root().resolve(CARRIED);
    if (!Files.isDirectory(carried)) {
      return;
    }
    lakehouse.write(
        connection -> {
          for (String table : TABLES) {
            take(connection, table, carried(past.root(), table));
          }
          return true;
        });
    try {
      for (Path file : files(carried)) {
        Files.delete(file);
      }
      Files.delete(carried);
    } catch (IOException failure) {
      throw storage("Cannot clear " + carried, failure);
    }
  }

  private static void take(Connection connection, String table, String file) throws SQLException {
    Rows.run(connection, "delete from " + table);
    Rows.run(
        connection, "insert into " + table + " by name select * from read_parquet(" + file + ")");
  }

  private static String carried(Path folder, String table) {
    return Sql.literal(folder.resolve(CARRIED).resolve(table + ".parquet").toString());
  }

  /// A link costs no room; where the file system has none, a copy does.
  private static void link(Path file, Path to) throws IOException {
    try {
      Files.createLink(to, file);
    } catch (UnsupportedOperationException | IOException noLinks) {
      Files.copy(file, to);
    }
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static WorkbenchException storage(String what, IOException failure) {
    return WorkbenchException.resource("C360-PST-003", what + ": " + failure.getMessage(), failure);
  }
}

package io.customer360.lakehouse;

import io.customer360.job.Progress;
import io.customer360.workspace.Workspace;
import java.lang.management.ManagementFactory;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.duckdb.DuckDBConnection;

/// Opens the database of a workspace and hands out connections: one for each task, none shared.
final class Connections implements AutoCloseable {
  private static final long GIGABYTE = 1L << 30;

  /// Rows of a table that are stored and read together. To read one customer, the database unpacks
  /// every column of the group the customer is in: an eighth of its usual 122,880 rows makes that
  /// several times as fast, and a scan of a whole table takes no longer. A table keeps the size it
  /// was made with until it is built again.
  private static final int ROW_GROUP = 16_384;

  /// What the lake's database is called in SQL.
  private static final String NAME = "lake";

  private final DuckDBConnection root;
  private final Interrupter interrupter = new Interrupter();

  private Connections(DuckDBConnection root) {
    this.root = root;
  }

  static Connections open(Workspace workspace) {
    Properties options = new Properties();
    options.setProperty("autoinstall_known_extensions", "false");
    options.setProperty("autoload_known_extensions", "false");
    options.setProperty("memory_limit", memoryLimit(workspace.settings().more()));
    options.setProperty("temp_directory", workspace.temp().toString());
    options.setProperty("threads", threads(workspace.settings().more()));
    // A refresh writes dozens of tables; folding the log into the file after each costs more than
    // the tables. The refresh does it once, at its end.
    options.setProperty("checkpoint_threshold", "256MB");
    // Bronze views name their files relative to the workspace, so that a folder can be moved.
    options.setProperty("file_search_path", workspace.root().toString());
    try {
      // Only a file attached to an instance can be given the size of its row groups.
      DuckDBConnection root =
          DriverManager.getConnection("jdbc:duckdb:", options).unwrap(DuckDBConnection.class);
      try {
        attach(root, workspace);
        return new Connections(root);
      } catch (SQLException | RuntimeException failure) {
        root.close();
        throw failure;
      }
    } catch (SQLException failure) {
      throw LakeFailures.of(failure);
    }
  }

  private static void attach(DuckDBConnection root, Workspace workspace) throws SQLException {
    Rows.run(root, "set global TimeZone = 'UTC'");
    Rows.run(
        root,
        "attach "
            + Sql.literal(workspace.lakeFile().toString())
            + " as "
            + NAME
            + " (row_group_size "
            + ROW_GROUP
            + ")");
    Rows.run(root, "use " + NAME);
    SqlFunctions.register(root);
  }

  private static String threads(Map<String, String> settings) {
    return settings.getOrDefault(
        "lake.threads", Integer.toString(Runtime.getRuntime().availableProcessors()));
  }

  /// Half of the machine's memory, at most 5 GB: more helps little, and the program, its models
  /// and other programs need room. Larger work spills to the workspace's temp folder.
  private static String memoryLimit(Map<String, String> settings) {
    String chosen = settings.get("lake.memory");
    if (chosen != null) {
      return chosen;
    }
    long machine = 8 * GIGABYTE;
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      machine = system.getTotalMemorySize();
    }
    long limit = Math.clamp(machine / 2, GIGABYTE, 5 * GIGABYTE);
    return String.format(Locale.ROOT, "%dMB", limit >> 20);
  }

  /// A new connection; the caller closes it.
  DuckDBConnection next() throws SQLException {
    DuckDBConnection connection = root.duplicate();
    try {
      Rows.run(connection, "use " + NAME);
      return connection;
    } catch (SQLException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }

  /// Runs work on its own connection; a cancelled `progress` stops the running statement and every
  /// later one.
  <T> T run(Progress progress, ConnectionFunction<T> work) {
    try (DuckDBConnection connection = next()) {
      return run(connection, progress, work);
    } catch (SQLException failure) {
      throw LakeFailures.of(failure);
    }
  }

  <T> T run(DuckDBConnection connection, Progress progress, ConnectionFunction<T> work) {
    AtomicBoolean ended = new AtomicBoolean();
    try (AutoCloseable registered = progress.onCancel(() -> interruptUntil(ended, connection))) {
      progress.checkCancelled();
      T result = work.apply(connection);
      ended.set(true);
      return result;
    } catch (Exception failure) {
      throw LakeFailures.of(failure);
    } finally {
      ended.set(true);
    }
  }

  /// An interrupt that falls between two statements is lost, so it is repeated until the work has
  /// noticed.
  private void interruptUntil(AtomicBoolean ended, DuckDBConnection connection) {
    Thread.ofVirtual()
        .name("interrupt")
        .start(
            () -> {
              while (!ended.get()) {
                interrupt(connection);
                LockSupport.parkNanos(5_000_000);
              }
            });
  }

  void interrupt(DuckDBConnection connection) {
    interrupter.interrupt(connection);
  }

  @Override
  public void close() {
    try {
      root.close();
    } catch (SQLException failure) {
      throw LakeFailures.of(failure);
    }
  }
}

package io.customer360.lakehouse;

import io.customer360.job.Progress;
import io.customer360.workspace.Workspace;
import java.lang.management.ManagementFactory;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the database of a workspace and hands out connections: one for each task, none shared.
final class Connections implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final long GIGABYTE = 1L << 30;

  /// Rows of a table that are stored and read together. To read one customer, the database unpacks
  /// every column of the group the customer is in: an eighth of its usual 122,880 rows makes that
  /// several times as fast, and a scan of a whole table takes no longer. A table keeps the size it
  /// was made with until it is built again.
  private static final int ROW_GROUP = 16_384;

  /// What the lake's database is called in SQL.
  private static final String NAME = "lake";

  /// What is nearly done when the lake is closed may end by itself.
  private static final Duration GRACE = Duration.ofSeconds(1);

  /// Work that is not even stopped by its interrupts for so long is not waited for any more.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long GLANCE = 5_000_000;

  private final DuckDBConnection root;
  private final Interrupter interrupter = new Interrupter();

  /// Connections that were handed out, the closed ones until the next is.
  private final Set<DuckDBConnection> handedOut = new HashSet<>();

  private boolean closing;

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
  ///
  /// @throws CancellationException once the lake is being closed
  DuckDBConnection next() throws SQLException {
    DuckDBConnection connection = duplicate();
    try {
      Rows.run(connection, "use " + NAME);
      return connection;
    } catch (SQLException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }

  private synchronized DuckDBConnection duplicate() throws SQLException {
    requireOpen();
    handedOut.removeIf(Connections::isClosed);
    DuckDBConnection connection = root.duplicate();
    handedOut.add(connection);
    return connection;
  }

  private synchronized void requireOpen() {
    if (closing) {
      throw new CancellationException("The workspace is being closed");
    }
  }

  private static boolean isClosed(DuckDBConnection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException failure) {
      throw LakeFailures.of(failure);
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

  /// As above on a connection that was handed out before.
  ///
  /// @throws CancellationException once the lake is being closed
  <T> T run(DuckDBConnection connection, Progress progress, ConnectionFunction<T> work) {
    requireOpen();
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
                LockSupport.parkNanos(GLANCE);
              }
            });
  }

  private synchronized List<DuckDBConnection> busy() {
    handedOut.removeIf(Connections::isClosed);
    return List.copyOf(handedOut);
  }

  void interrupt(DuckDBConnection connection) {
    interrupter.interrupt(connection);
  }

  /// Ends what is under way, waits for it, and closes the file: who opens it next finds it as the
  /// last whole step left it, and nobody else in it.
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
    }
    long began = System.nanoTime();
    for (List<DuckDBConnection> busy = busy(); !busy.isEmpty(); busy = busy()) {
      long waited = System.nanoTime() - began;
      if (waited > PATIENCE.toNanos()) {
        LOG.warn("{} tasks did not end when the workspace was closed", busy.size());
        break;
      }
      if (waited > GRACE.toNanos()) {
        busy.forEach(this::interrupt);
      }
      LockSupport.parkNanos(GLANCE);
    }
    try {
      root.close();
    } catch (SQLException failure) {
      throw LakeFailures.of(failure);
    }
  }
}

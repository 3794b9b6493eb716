package io.customer360.lakehouse;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The lake in one DuckDB file.
final class LocalLakehouse implements Lakehouse {
  private final Workspace workspace;
  private final Connections connections;
  private final LakehouseParts parts;
  private final List<SqlModel> models;
  private final AsOf asOf;
  private final ReentrantLock writer = new ReentrantLock(true);
  private final ReentrantLock refreshing = new ReentrantLock();

  /// Held by whoever builds tables of silver and gold, to keep them or to look at them.
  private final ReentrantLock building = new ReentrantLock(true);

  /// The snapshot's id while nothing was built or written by hand since it was read: every search
  /// asks for it.
  private volatile @Nullable String snapshot;

  private final AtomicLong changes = new AtomicLong();

  private LocalLakehouse(
      Workspace workspace, Connections connections, LakehouseParts parts, List<SqlModel> models) {
    this.workspace = workspace;
    this.connections = connections;
    this.parts = parts;
    this.models = models;
    this.asOf = new AsOf(workspace);
  }

  static LocalLakehouse open(Workspace workspace, LakehouseParts parts, List<SqlModel> models) {
    Connections connections = Connections.open(workspace);
    try (DuckDBConnection connection = connections.next()) {
      List<SchemaContribution> schemas = new ArrayList<>();
      schemas.add(new LakeSchema());
      schemas.addAll(parts.schemas());
      LakeSchema.apply(connection, schemas);
      return new LocalLakehouse(workspace, connections, parts, models);
    } catch (SQLException failure) {
      connections.close();
      throw LakeFailures.of(failure);
    } catch (RuntimeException failure) {
      connections.close();
      throw failure;
    }
  }

  @Override
  public <T> T read(ConnectionFunction<T> work) {
    return read(Progress.NONE, work);
  }

  @Override
  public <T> T read(Progress progress, ConnectionFunction<T> work) {
    return connections.run(progress, work);
  }

  @Override
  public <T> T write(ConnectionFunction<T> work) {
    if (writer.isHeldByCurrentThread()) {
      throw WorkbenchException.internal(
          "C360-LAKE-012", "A write was started inside a write; pass its connection on.", null);
    }
    writer.lock();
    try {
      return connections.run(Progress.NONE, connection -> transaction(connection, work));
    } finally {
      writer.unlock();
    }
  }

  /// Decision: `BEGIN` and `COMMIT` as statements; the driver's auto-commit switch does not cover
  /// its appenders.
  private static <T> T transaction(Connection connection, ConnectionFunction<T> work)
      throws Exception {
    Rows.run(connection, "begin transaction");
    try {
      T result = work.apply(connection);
      Rows.run(connection, "commit");
      return result;
    } catch (Throwable failure) {
      try {
        Rows.run(connection, "rollback");
      } catch (SQLException second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
  }

  @Override
  public RefreshReport refresh(RefreshRequest request, Progress progress) {
    if (!refreshing.tryLock()) {
      throw WorkbenchException.user(
          "C360-LAKE-013", "A refresh is already running. Wait for it, or cancel it.");
    }
    try {
      begin(progress, "Wait for a preview to end");
      Inputs inputs = new Inputs(asOf(), request.seed(), workspace.settings());
      write(
          connection -> {
            asOf.store(connection);
            return true;
          });
      return new Refresh(connections, pipeline(), workspace, inputs, request.full(), progress)
          .run();
    } finally {
      changed();
      if (building.isHeldByCurrentThread()) {
        building.unlock();
      }
      refreshing.unlock();
    }
  }

  @Override
  public <T> T trial(Progress progress, ConnectionFunction<T> work) {
    begin(progress, "Wait for the refresh to end");
    try {
      return connections.run(
          progress,
          connection -> {
            Rows.run(connection, "begin transaction");
            try {
              return work.apply(connection);
            } finally {
              Rows.run(connection, "rollback");
            }
          });
    } finally {
      building.unlock();
    }
  }

  /// Takes the lock of building, however long it takes unless cancelled.
  private void begin(Progress progress, String waiting) {
    try {
      if (building.tryLock(0, TimeUnit.SECONDS)) {
        return;
      }
      progress.stage(waiting);
      do {
        progress.checkCancelled();
      } while (!building.tryLock(50, TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupted) {
      throw LakeFailures.of(interrupted);
    }
  }

  /// Checked when used, not when opened: a lake can be opened and imported into without the steps
  /// that gold needs.
  private Pipeline pipeline() {
    return Pipeline.of(models, parts.steps());
  }

  @Override
  public Instant asOf() {
    return read(asOf::read);
  }

  private void changed() {
    changes.incrementAndGet();
    snapshot = null;
  }

  @Override
  public String snapshotId() {
    String known = snapshot;
    if (known != null) {
      return known;
    }
    long before = changes.get();
    String read = readSnapshotId();
    if (changes.get() == before && !refreshing.isLocked()) {
      snapshot = read;
      if (changes.get() != before) {
        snapshot = null;
      }
    }
    return read;
  }

  private String readSnapshotId() {
    LakeState state = read(LakeState::read);
    Map<String, String> gold = new TreeMap<>();
    state.tables().forEach((name, built) -> gold.put(name, built.hash()));
    Fingerprint print = new Fingerprint();
    gold.forEach(
        (name, hash) -> {
          if (name.startsWith("gold.")) {
            print.add(name).add(hash);
          }
        });
    return print.text().substring(0, 8);
  }

  @Override
  public String modelSelect(String name, Instant asOf) {
    return models.stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                WorkbenchException.internal(
                    "C360-LAKE-014", "There is no SQL model " + name + ".", null))
        .select(asOf, workspace.settings());
  }

  @Override
  public LakeStatus status() {
    Instant today = asOf();
    Inputs inputs = new Inputs(today, RefreshRequest.SEED, workspace.settings());
    return read(
        connection -> new StatusReader(connection, models, parts, inputs).read(snapshotId()));
  }

  @Override
  public ModelGraph graph() {
    LakeStatus status = status();
    Pipeline pipeline = pipeline();
    return read(
        connection ->
            new GraphReader(connection, pipeline, parts.uses(), status, workspace.settings())
                .read());
  }

  @Override
  public QueryResult query(String sql, QueryLimits limits, Progress progress) {
    return new GuardedQuery(connections, limits, progress).rows(sql);
  }

  @Override
  public ExportReport export(
      String sql, ExportFormat format, Path file, QueryLimits limits, Progress progress) {
    return new QueryExport(new GuardedQuery(connections, limits, progress))
        .write(sql, format, file);
  }

  @Override
  public long execute(String sql, Progress progress) {
    writer.lock();
    try {
      return connections.run(
          progress,
          connection ->
              transaction(
                  connection,
                  c -> {
                    WriteGuard.Statement statement = WriteGuard.check(c, sql);
                    long changed = WriteGuard.run(c, statement);
                    // What a person changed by hand is not what its model says any more.
                    LakeState.forget(c, statement.tables());
                    return changed;
                  }));
    } finally {
      changed();
      writer.unlock();
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}

package io.customer360.lakehouse;

import io.customer360.job.Progress;
import io.customer360.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;

/// The lake of one workspace. Thread-safe; every call uses a connection of its own.
///
/// ```java
/// long customers =
///     lakehouse.read(c -> Rows.number(c, "select count(*) from gold.customer"));
/// ```
public interface Lakehouse extends AutoCloseable {
  /// Opens the lake of a workspace, making it on first use. Closing the lake does not close the
  /// workspace.
  static Lakehouse open(Workspace workspace, LakehouseParts parts) {
    return LocalLakehouse.open(
        workspace, parts, ModelFolder.load(LocalLakehouse.class.getClassLoader()));
  }

  /// Reads on a connection of its own. Each statement sees the last committed state.
  <T> T read(ConnectionFunction<T> work);

  /// Reads, and stops the running statement when `progress` is cancelled.
  <T> T read(Progress progress, ConnectionFunction<T> work);

  /// Writes: one writer at a time, in one transaction that is rolled back when `work` throws. Not
  /// to be nested. A refresh may run beside it.
  <T> T write(ConnectionFunction<T> work);

  /// Brings silver and gold up to date. Each table is replaced in one transaction: a reader sees
  /// the old one or the new one, and a crash leaves the old one.
  RefreshReport refresh(RefreshRequest request, Progress progress);

  /// The text of a SQL model, such as `gold.feature`, with its parameters filled in for another
  /// date than today's: one select.
  String modelSelect(String name, Instant asOf);

  /// Runs work that builds tables only to look at them: in a transaction that is taken back. Waits
  /// for a running refresh and for other trials, and a refresh waits for it, since two that build
  /// the same table at the same time cannot both succeed.
  <T> T trial(Progress progress, ConnectionFunction<T> work);

  /// The layers, their tables, and where every received row is.
  LakeStatus status();

  /// The lineage, by table and by column.
  ModelGraph graph();

  /// Runs SQL nobody here wrote: one statement, reading only, nothing outside the lake, within the
  /// limits. Table names without a schema are looked for in gold, silver, bronze, ops.
  QueryResult query(String sql, QueryLimits limits, Progress progress);

  /// Runs one writing statement of the person at the keyboard; `ops` and everything outside the
  /// lake stay out of reach. Returns the number of rows changed.
  long execute(String sql, Progress progress);

  /// Writes the rows of a guarded query to a file, which appears only when complete.
  ExportReport export(
      String sql, ExportFormat format, Path file, QueryLimits limits, Progress progress);

  /// "Today" for the data, by the workspace's clock setting: the fixed instant; the current hour
  /// for `system`; for `data` the last moment of the day of the latest bronze record, or where none
  /// has a date of the day the last file came.
  Instant asOf();

  /// Short name of the content of gold: equal when every gold table is equal.
  String snapshotId();

  @Override
  void close();
}

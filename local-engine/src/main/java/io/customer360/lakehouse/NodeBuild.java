package io.customer360.lakehouse;

import io.customer360.fault.Kind;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds one node of the pipeline when it is out of date, in one transaction: its tables, their
/// hashes and the record of the run appear together or not at all. Safe to use by several threads,
/// each with its own connection.
///
/// A table whose content came out the same does not make what reads it stale: fingerprints are over
/// the content of the inputs, not over the time of their building.
final class NodeBuild {
  private static final Logger LOG = LoggerFactory.getLogger(NodeBuild.class);

  /// Instead of the hash of a table that only its own step reads.
  private static final String WORKING = "working";

  private final Connections connections;
  private final Workspace workspace;
  private final Inputs inputs;
  private final Clock clock;
  private final boolean full;

  NodeBuild(Connections connections, Workspace workspace, Inputs inputs, boolean full) {
    this.connections = connections;
    this.workspace = workspace;
    this.inputs = inputs;
    this.clock = workspace.clock();
    this.full = full;
  }

  List<ModelRun> build(DuckDBConnection connection, Pipeline.Node node, Progress part)
      throws SQLException {
    LakeState state = LakeState.read(connection);
    if (!full && state.current(node, inputs)) {
      return node.writes().stream().sorted().map(table -> skipped(table, state)).toList();
    }
    Instant startedAt = clock.instant();
    long began = System.nanoTime();
    try {
      List<ModelRun> runs =
          connections.run(connection, part, c -> inTransaction(c, node, state, part));
      LOG.debug("Built {} in {} s", node.name(), seconds(began));
      return runs;
    } catch (RuntimeException failure) {
      rollback(connection);
      record(connection, node, startedAt, began, failure);
      throw named(node, failure);
    }
  }

  private List<ModelRun> inTransaction(
      Connection connection, Pipeline.Node node, LakeState state, Progress part) throws Exception {
    Instant startedAt = clock.instant();
    long began = System.nanoTime();
    Rows.run(connection, "begin transaction");
    switch (node) {
      case Pipeline.Node.Model(SqlModel model) -> replace(connection, model);
      case Pipeline.Node.Step(PipelineStep step) ->
          step.run(connection, new StepContext(inputs.asOf(), inputs.seed(), workspace, part));
    }
    String fingerprint = state.fingerprint(node, inputs);
    double built = seconds(began);
    Map<String, ContentHash.Content> contents = new LinkedHashMap<>();
    for (String table : new TreeSet<>(node.writes())) {
      contents.put(table, content(connection, node, table, fingerprint));
    }
    double each = (seconds(began) - built) / contents.size() + built / contents.size();
    List<ModelRun> runs = new ArrayList<>();
    for (Map.Entry<String, ContentHash.Content> entry : contents.entrySet()) {
      ContentHash.Content content = entry.getValue();
      LakeState.store(
          connection,
          entry.getKey(),
          new LakeState.Built(
              node.name(), fingerprint, content.rows(), each, content.hash(), clock.instant()));
      runs.add(new ModelRun(entry.getKey(), content.rows(), each, content.hash(), false));
    }
    LakeState.log(connection, startedAt, node.name(), seconds(began), "built", "");
    Rows.run(connection, "commit");
    return runs;
  }

  private void replace(Connection connection, SqlModel model) throws SQLException {
    String kind = model.view() ? "view" : "table";
    String other = model.view() ? "table" : "view";
    boolean changesKind =
        Rows.number(
                connection,
                """
                select count(*) from information_schema.tables
                where table_catalog = current_database()
                  and table_schema || '.' || table_name = ?
                  and (table_type = 'VIEW') <> ?""",
                model.name(),
                model.view())
            > 0;
    if (changesKind) {
      Rows.run(connection, "drop " + other + " " + Sql.table(model.name()));
    }
    Rows.run(
        connection,
        "create or replace "
            + kind
            + " "
            + Sql.table(model.name())
            + " as\n"
            + model.select(inputs.asOf(), inputs.settings()));
  }

  /// What a table holds. A view holds what its text makes of its inputs, so the fingerprint over
  /// both stands for its content.
  private ContentHash.Content content(
      Connection connection, Pipeline.Node node, String table, String fingerprint)
      throws SQLException {
    List<ColumnInfo> columns = ContentHash.columns(connection, table);
    if (columns.isEmpty()) {
      throw WorkbenchException.internal(
          "C360-LAKE-027",
          node.place() + " did not write " + table + ", as it says it does.",
          null);
    }
    if (node instanceof Pipeline.Node.Model(SqlModel model) && model.view()) {
      return new ContentHash.Content(rows(connection, table, columns), fingerprint);
    }
    if (node instanceof Pipeline.Node.Step(PipelineStep step) && step.working().contains(table)) {
      return new ContentHash.Content(rows(connection, table, columns), WORKING);
    }
    return ContentHash.of(connection, table, columns);
  }

  /// To count the rows of a view the database reads its first column, which may be the parse of a
  /// whole document; the line is the cheapest there is, and its hash is never null.
  private static long rows(Connection connection, String table, List<ColumnInfo> columns)
      throws SQLException {
    boolean line = columns.stream().anyMatch(column -> column.name().equals("_line"));
    return Rows.number(
        connection, "select count(" + (line ? "hash(_line)" : "*") + ") from " + Sql.table(table));
  }

  private static ModelRun skipped(String table, LakeState state) {
    LakeState.Built built = state.tables().get(table);
    return built == null
        ? new ModelRun(table, 0, 0, "", true)
        : new ModelRun(table, built.rows(), 0, built.hash(), true);
  }

  /// A failed model is told with the file it is in; the message of the database names the place.
  private static RuntimeException named(Pipeline.Node node, RuntimeException failure) {
    if (failure instanceof WorkbenchException known && known.kind() == Kind.INTERNAL) {
      return WorkbenchException.internal(
          known.code(), node.place() + " failed: " + known.plain(), known);
    }
    return failure;
  }

  private void record(
      Connection connection,
      Pipeline.Node node,
      Instant startedAt,
      long began,
      RuntimeException failure) {
    String outcome = failure instanceof CancellationException ? "cancelled" : "failed";
    try {
      LakeState.log(
          connection,
          startedAt,
          node.name(),
          seconds(began),
          outcome,
          failure instanceof CancellationException ? "" : String.valueOf(failure.getMessage()));
    } catch (SQLException unwritten) {
      LOG.warn("The failed run of {} could not be recorded", node.name(), unwritten);
    }
  }

  private static void rollback(Connection connection) {
    try {
      Rows.run(connection, "rollback");
    } catch (SQLException noTransaction) {
      LOG.debug("Nothing to roll back", noTransaction);
    }
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}

package io.customer360.lakehouse;

import io.customer360.job.Progress;
import io.customer360.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds what is out of date, along the graph: two nodes that do not need each other are built
/// side by side, each in a transaction of its own ([NodeBuild]). When one fails or the refresh is
/// cancelled, no further node is begun; what is complete stays.
///
/// Two lanes, not more: the database spreads a large statement over all cores by itself. The second
/// lane fills them while a step computes in Java or a statement is too small to be spread.
final class Refresh {
  private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);

  private final Connections connections;
  private final Pipeline pipeline;
  private final Inputs inputs;
  private final boolean full;
  private final Progress progress;
  private final NodeBuild build;

  Refresh(
      Connections connections,
      Pipeline pipeline,
      Workspace workspace,
      Inputs inputs,
      boolean full,
      Progress progress) {
    this.connections = connections;
    this.pipeline = pipeline;
    this.inputs = inputs;
    this.full = full;
    this.progress = progress;
    this.build = new NodeBuild(connections, workspace, inputs, full);
  }

  RefreshReport run() {
    long began = System.nanoTime();
    try (DuckDBConnection connection = connections.next()) {
      removeForeignTables(connection);
      Map<String, Double> weights = weights(LakeState.read(connection));
      NodeQueue queue = new NodeQueue(pipeline, weights);
      SharedProgress shared = new SharedProgress(progress, weights);
      Map<String, List<ModelRun>> runs = new ConcurrentHashMap<>();
      Thread beside = Thread.ofPlatform().name("refresh").start(() -> lane(queue, shared, runs));
      lane(queue, shared, runs);
      join(beside);
      queue.rethrow();
      progress.fraction(1);
      checkpoint(connection);
      return new RefreshReport(
          pipeline.order().stream()
              .flatMap(node -> runs.getOrDefault(node.name(), List.of()).stream())
              .toList(),
          (System.nanoTime() - began) / 1e9);
    } catch (SQLException failure) {
      throw LakeFailures.of(failure);
    }
  }

  /// Builds what is ready until nothing is left; a failure ends all lanes.
  private void lane(NodeQueue queue, SharedProgress shared, Map<String, List<ModelRun>> runs) {
    try (DuckDBConnection connection = connections.next()) {
      for (Pipeline.Node node = queue.take(); node != null; node = queue.take()) {
        progress.checkCancelled();
        progress.stage("Build " + node.name().replace("model:", ""));
        Progress part = shared.of(node.name());
        runs.put(node.name(), build.build(connection, node, part));
        part.fraction(1);
        queue.built(node);
      }
    } catch (SQLException failure) {
      queue.failed(LakeFailures.of(failure));
    } catch (RuntimeException | Error failure) {
      queue.failed(failure);
    }
  }

  /// Waits for the other lane however often this thread is interrupted: it uses the database.
  private static void join(Thread lane) {
    boolean interrupted = false;
    while (true) {
      try {
        lane.join();
        break;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// A full rebuild leaves in silver and gold only what the pipeline writes.
  private void removeForeignTables(Connection connection) throws SQLException {
    if (!full) {
      return;
    }
    Set<String> ours = pipeline.tables();
    List<String> foreign =
        Rows.list(
            connection,
            """
            select table_schema || '.' || table_name as name, table_type
            from information_schema.tables
            where table_catalog = current_database() and table_schema in ('silver', 'gold')
            order by name""",
            row -> (row.getString(2).equals("VIEW") ? "view " : "table ") + row.getString(1));
    for (String entry : foreign) {
      String table = entry.substring(entry.indexOf(' ') + 1);
      if (!ours.contains(table)) {
        Rows.run(
            connection, "drop " + entry.substring(0, entry.indexOf(' ') + 1) + Sql.table(table));
        LakeState.forget(connection, List.of(table));
      }
    }
  }

  /// How long each node took last time, in seconds: the order of building and the progress shown
  /// follow it. A node never run counts like a quick one, a step like a slow one.
  private Map<String, Double> weights(LakeState state) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Pipeline.Node node : pipeline.order()) {
      weights.put(
          node.name(), full || !state.current(node, inputs) ? lastTime(node, state) : 0.001);
    }
    return weights;
  }

  private static double lastTime(Pipeline.Node node, LakeState state) {
    boolean known = node.writes().stream().anyMatch(state.tables()::containsKey);
    double unknown = node instanceof Pipeline.Node.Step ? 1 : 0;
    return 0.02
        + (known
            ? node.writes().stream()
                .map(state.tables()::get)
                .mapToDouble(built -> built == null ? 0 : built.seconds())
                .sum()
            : unknown);
  }

  /// Gives the space of replaced tables back to the file. Not possible while another task reads;
  /// the next refresh or opening does it then.
  private static void checkpoint(Connection connection) {
    try {
      Rows.run(connection, "checkpoint");
    } catch (SQLException busy) {
      LOG.debug("Checkpoint left for later: {}", busy.getMessage());
    }
  }
}

package io.customer360.lakehouse;

import io.customer360.workspace.WorkspaceSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Puts the lineage together: sources and bronze from the records of landing, silver, gold and
/// steps from the pipeline, uses from the composition.
final class GraphReader {
  private final Connection connection;
  private final Pipeline pipeline;
  private final List<PipelineUse> uses;
  private final LakeStatus status;
  private final WorkspaceSettings settings;
  private final Map<String, TableStatus> tables = new HashMap<>();
  private final List<ModelNode> nodes = new ArrayList<>();
  private final Set<ModelEdge> edges = new LinkedHashSet<>();

  GraphReader(
      Connection connection,
      Pipeline pipeline,
      List<PipelineUse> uses,
      LakeStatus status,
      WorkspaceSettings settings) {
    this.connection = connection;
    this.pipeline = pipeline;
    this.uses = uses;
    this.status = status;
    this.settings = settings;
    status.layers().forEach(layer -> layer.tables().forEach(t -> tables.put(t.name(), t)));
  }

  ModelGraph read() throws SQLException {
    sources();
    bronze();
    Map<String, String> failed = failures();
    for (Pipeline.Node node : pipeline.order()) {
      switch (node) {
        case Pipeline.Node.Model(SqlModel model) -> model(model, failed);
        case Pipeline.Node.Step(PipelineStep step) -> step(step, failed);
      }
    }
    uses();
    return new ModelGraph(nodes, List.copyOf(edges), columnEdges());
  }

  private void sources() throws SQLException {
    Map<String, List<ColumnInfo>> landing = new HashMap<>();
    landing.put("ops.landing", columns("ops.landing"));
    Map<String, Long> rows = new TreeMap<>();
    for (Balances.SourceRows source : new Balances(connection, landing).sources()) {
      rows.merge(source.source(), source.rows(), Long::sum);
      edges.add(new ModelEdge("source:" + source.source(), "bronze." + source.dataset()));
    }
    rows.forEach(
        (source, count) ->
            nodes.add(
                new ModelNode(
                    "source:" + source,
                    source,
                    NodeKind.SOURCE,
                    "one row as sent",
                    "The system " + source + ", as its files were imported.",
                    "",
                    List.of(),
                    count,
                    0,
                    null,
                    false,
                    false,
                    "")));
  }

  private void bronze() {
    for (Canonical.Dataset dataset : Canonical.DATASETS) {
      TableStatus table = tables.get(dataset.bronze());
      long held =
          status.balances().stream()
              .filter(balance -> balance.dataset().equals(dataset.name()))
              .mapToLong(Balance::quarantined)
              .sum();
      nodes.add(
          new ModelNode(
              dataset.bronze(),
              dataset.name(),
              NodeKind.BRONZE,
              dataset.meaning(),
              "Good rows of " + dataset.name().replace('_', ' ') + " as received, typed.",
              "",
              columns(dataset.bronze()),
              table == null ? 0 : table.rows(),
              0,
              null,
              false,
              held > 0,
              held > 0 ? held + " rows in quarantine" : ""));
    }
  }

  private void model(SqlModel model, Map<String, String> failed) {
    NodeKind kind = model.layer() == Layer.SILVER ? NodeKind.SILVER : NodeKind.GOLD;
    String problem = failed.getOrDefault(model.name(), "");
    nodes.add(table(model.name(), kind, model.grain(), model.meaning(), model.text(), problem));
    for (String input : model.reads()) {
      edges.add(new ModelEdge(input, model.name()));
    }
  }

  private void step(PipelineStep step, Map<String, String> failed) {
    String name = "model:" + step.name();
    String problem = failed.getOrDefault(name, "");
    double seconds = 0;
    boolean stale = false;
    Instant at = null;
    long rows = 0;
    List<String> written = step.writes().stream().sorted().toList();
    for (String table : written) {
      TableStatus built = tables.get(table);
      if (built != null) {
        seconds += built.seconds();
        stale |= built.stale();
        rows = Math.max(rows, built.rows());
        at = built.refreshedAt();
      }
    }
    nodes.add(
        new ModelNode(
            name,
            step.name(),
            NodeKind.MODEL,
            step.grain(),
            step.meaning(),
            "",
            List.of(),
            rows,
            seconds,
            at,
            stale,
            !problem.isEmpty(),
            problem));
    for (String input : step.reads().stream().sorted().toList()) {
      edges.add(new ModelEdge(input, name));
    }
    for (String table : written) {
      NodeKind kind = table.startsWith("silver.") ? NodeKind.SILVER : NodeKind.GOLD;
      nodes.add(table(table, kind, step.grain(), step.meaning(), "", ""));
      edges.add(new ModelEdge(name, table));
    }
  }

  private ModelNode table(
      String name, NodeKind kind, String grain, String meaning, String sql, String problem) {
    TableStatus built = tables.get(name);
    String label = name.substring(name.indexOf('.') + 1);
    if (built == null) {
      return new ModelNode(
          name,
          label,
          kind,
          grain,
          meaning,
          sql,
          List.of(),
          0,
          0,
          null,
          true,
          !problem.isEmpty(),
          problem);
    }
    return new ModelNode(
        name,
        label,
        kind,
        grain,
        meaning,
        sql,
        built.columns(),
        built.rows(),
        built.seconds(),
        built.refreshedAt(),
        built.stale(),
        !problem.isEmpty(),
        problem);
  }

  private void uses() {
    for (PipelineUse use : uses) {
      String name = "use:" + use.name();
      nodes.add(
          new ModelNode(
              name,
              use.name(),
              NodeKind.USE,
              "",
              use.meaning(),
              "",
              List.of(),
              0,
              0,
              null,
              false,
              false,
              ""));
      for (String table : use.reads().stream().sorted().toList()) {
        edges.add(new ModelEdge(table, name));
      }
    }
  }

  private List<ColumnInfo> columns(String table) {
    TableStatus known = tables.get(table);
    return known == null ? List.of() : known.columns();
  }

  /// Nodes whose last run failed, with the first line of why.
  private Map<String, String> failures() throws SQLException {
    Map<String, String> failed = new HashMap<>();
    List<String[]> last =
        Rows.list(
            connection,
            """
            select builder, arg_max(detail, started_at) as why
            from ops.model_run group by builder
            having arg_max(outcome, started_at) = 'failed'""",
            row -> new String[] {row.getString(1), String.valueOf(row.getString(2))});
    for (String[] failure : last) {
      failed.put(failure[0], failure[1].lines().findFirst().orElse("failed"));
    }
    return failed;
  }

  private List<ColumnEdge> columnEdges() throws SQLException {
    Map<String, List<String>> catalog = new LinkedHashMap<>();
    tables.forEach(
        (name, table) ->
            catalog.put(name, table.columns().stream().map(ColumnInfo::name).toList()));
    ColumnLineage lineage = new ColumnLineage(connection, catalog, parts());
    List<ColumnEdge> found = new ArrayList<>();
    for (Pipeline.Node node : pipeline.order()) {
      switch (node) {
        case Pipeline.Node.Model(SqlModel model) ->
            found.addAll(lineage.of(model.name(), model.select(status.asOf(), settings)));
        case Pipeline.Node.Step(PipelineStep step) -> found.addAll(step.columns());
      }
    }
    return found;
  }

  /// The parts of columns that steps write field by field, as
  /// `gold.golden_field.value[field=email]`.
  private Set<String> parts() {
    return pipeline.order().stream()
        .filter(Pipeline.Node.Step.class::isInstance)
        .flatMap(node -> ((Pipeline.Node.Step) node).step().columns().stream())
        .filter(edge -> !ColumnEdge.whole(edge.toColumn()).equals(edge.toColumn()))
        .map(edge -> edge.toTable() + "." + edge.toColumn())
        .collect(Collectors.toSet());
  }
}

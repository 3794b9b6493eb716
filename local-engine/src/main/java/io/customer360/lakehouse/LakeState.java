package io.customer360.lakehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What the lake remembers of its own building: for each table its last build, for each bronze
/// dataset and each registry that people write its fingerprint.
///
/// @param tables by name, `gold.customer`
/// @param given fingerprint by `bronze.<dataset>` and `ops.<registry>`
record LakeState(Map<String, Built> tables, Map<String, String> given) {
  /// A table's last build.
  ///
  /// @param builder the node that wrote it
  record Built(
      String builder, String fingerprint, long rows, double seconds, String hash, Instant at) {}

  static LakeState read(Connection connection) throws SQLException {
    Map<String, Built> tables = new TreeMap<>();
    Rows.list(
        connection,
        "select name, builder, fingerprint, rows, seconds, hash, built_at from ops.model_state",
        row ->
            tables.put(
                row.getString("name"),
                new Built(
                    row.getString("builder"),
                    row.getString("fingerprint"),
                    row.getLong("rows"),
                    row.getDouble("seconds"),
                    row.getString("hash"),
                    Objects.requireNonNull(Rows.instant(row, "built_at")))));
    Map<String, String> given = new TreeMap<>();
    Rows.list(
        connection,
        """
        select 'bronze.' || dataset, fingerprint from ops.bronze_state
        union all
        select name, fingerprint from ops.registry_state""",
        row -> given.put(row.getString(1), row.getString(2)));
    return new LakeState(tables, given);
  }

  static void store(Connection connection, String table, Built built) throws SQLException {
    forget(connection, List.of(table));
    Rows.update(
        connection,
        """
        insert into ops.model_state (name, builder, fingerprint, rows, seconds, hash, built_at)
        values (?, ?, ?, ?, ?, ?, ?)""",
        table,
        built.builder(),
        built.fingerprint(),
        built.rows(),
        built.seconds(),
        built.hash(),
        built.at());
  }

  /// Forgets the builds of tables, so that the next refresh builds them.
  static void forget(Connection connection, Iterable<String> tables) throws SQLException {
    for (String table : tables) {
      Rows.update(connection, "delete from ops.model_state where name = ?", table);
    }
  }

  static void log(
      Connection connection,
      Instant startedAt,
      String builder,
      double seconds,
      String outcome,
      String detail)
      throws SQLException {
    Rows.update(
        connection,
        """
        insert into ops.model_run (started_at, builder, seconds, outcome, detail)
        values (?, ?, ?, ?, ?)""",
        LocalDateTime.ofInstant(startedAt, ZoneOffset.UTC),
        builder,
        seconds,
        outcome,
        detail);
  }

  /// What identifies the content of a table: its hash, or the fingerprint of a bronze dataset or a
  /// registry.
  String content(String table) {
    if (table.startsWith("bronze.") || table.startsWith("ops.")) {
      return given.getOrDefault(table, BronzeViews.EMPTY);
    }
    Built built = tables.get(table);
    return built == null ? "none" : built.hash();
  }

  /// The fingerprint a node would be built with now.
  String fingerprint(Pipeline.Node node, Inputs inputs) {
    Fingerprint print = new Fingerprint();
    switch (node) {
      case Pipeline.Node.Model(SqlModel model) ->
          print.add(model.select(inputs.asOf(), inputs.settings()));
      case Pipeline.Node.Step(PipelineStep step) ->
          print
              .add(step.name())
              .add(step.version())
              .add(inputs.asOf().toString())
              .add(Long.toString(inputs.seed()));
    }
    node.reads().stream()
        .filter(table -> !table.startsWith("ops.") || given.containsKey(table))
        .sorted()
        .forEach(table -> print.add(table).add(content(table)));
    return print.text();
  }

  /// Whether what a node wrote is what it would write now.
  boolean current(Pipeline.Node node, Inputs inputs) {
    String fingerprint = fingerprint(node, inputs);
    return node.writes().stream()
        .allMatch(
            table -> {
              Built built = tables.get(table);
              return built != null && built.fingerprint().equals(fingerprint);
            });
  }
}

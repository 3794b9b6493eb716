package io.customer360.lakehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads how the lake stands. Row counts of built tables are those of their last build; the others
/// are counted.
final class StatusReader {
  private final Connection connection;
  private final List<SqlModel> models;
  private final LakehouseParts parts;
  private final Inputs inputs;

  StatusReader(Connection connection, List<SqlModel> models, LakehouseParts parts, Inputs inputs) {
    this.connection = connection;
    this.models = models;
    this.parts = parts;
    this.inputs = inputs;
  }

  LakeStatus read(String snapshotId) throws SQLException {
    LakeState state = LakeState.read(connection);
    Map<String, List<ColumnInfo>> columns = columns();
    Set<String> stale = stale(state);
    List<Balance> balances = new Balances(connection, columns).read();
    Map<String, Long> bronzeRows = new LinkedHashMap<>();
    balances.forEach(balance -> bronzeRows.put("bronze." + balance.dataset(), balance.good()));

    Map<Layer, List<TableStatus>> layers = new LinkedHashMap<>();
    for (Layer layer : Layer.values()) {
      layers.put(layer, new ArrayList<>());
    }
    Set<String> names = new TreeSet<>(columns.keySet());
    stale.stream().filter(name -> !name.startsWith("model:")).forEach(names::add);
    Instant refreshedAt = null;
    for (String name : names) {
      Layer layer = layer(name);
      LakeState.Built built = state.tables().get(name);
      List<ColumnInfo> of = columns.getOrDefault(name, List.of());
      List<TableStatus> into = layers.get(layer);
      if (into == null) {
        continue;
      }
      if (built != null) {
        refreshedAt = later(refreshedAt, built.at());
        into.add(
            new TableStatus(
                name,
                built.rows(),
                of,
                built.at(),
                built.seconds(),
                built.hash(),
                stale.contains(name)));
      } else {
        long rows = of.isEmpty() ? 0 : rows(name, state, bronzeRows);
        into.add(new TableStatus(name, rows, of, null, 0, "", stale.contains(name)));
      }
    }
    List<LayerStatus> result = new ArrayList<>();
    layers.forEach((layer, tables) -> result.add(new LayerStatus(layer, tables)));
    Balance total = balances.stream().reduce(new Balance("", 0, 0, 0, 0), Balance::plus);
    return new LakeStatus(inputs.asOf(), snapshotId, refreshedAt, result, balances, total);
  }

  private static @Nullable Instant later(@Nullable Instant one, Instant other) {
    return one == null || one.isBefore(other) ? other : one;
  }

  private static Layer layer(String table) {
    String schema = table.substring(0, table.indexOf('.'));
    for (Layer layer : Layer.values()) {
      if (layer.schema().equals(schema)) {
        return layer;
      }
    }
    return Layer.OPS;
  }

  private long rows(String name, LakeState state, Map<String, Long> bronzeRows)
      throws SQLException {
    if (name.startsWith("bronze.")) {
      if (state.content(name).equals(BronzeViews.EMPTY)) {
        return 0;
      }
      Long known = bronzeRows.get(name);
      if (known != null) {
        return known;
      }
    }
    return Rows.number(connection, "select count(*) from " + Sql.table(name));
  }

  /// Tables a refresh would build: their own fingerprint changed, or something above them did.
  private Set<String> stale(LakeState state) {
    Set<String> known = new HashSet<>();
    models.forEach(model -> known.add(model.name()));
    parts.steps().forEach(step -> known.addAll(step.writes()));
    boolean complete =
        models.stream()
            .flatMap(model -> model.reads().stream())
            .filter(table -> table.startsWith("silver.") || table.startsWith("gold."))
            .allMatch(known::contains);
    Set<String> stale = new HashSet<>();
    if (!complete) {
      return stale;
    }
    for (Pipeline.Node node : Pipeline.of(models, parts.steps()).order()) {
      boolean above = node.reads().stream().anyMatch(stale::contains);
      if (above || !state.current(node, inputs)) {
        stale.addAll(node.writes());
      }
    }
    return stale;
  }

  private Map<String, List<ColumnInfo>> columns() throws SQLException {
    Map<String, List<ColumnInfo>> columns = new TreeMap<>();
    Rows.list(
        connection,
        """
        select table_schema, table_name, column_name, data_type
        from information_schema.columns
        where table_catalog = current_database()
          and table_schema in ('bronze', 'silver', 'gold', 'ops')
        order by table_schema, table_name, ordinal_position""",
        row ->
            columns
                .computeIfAbsent(
                    row.getString(1) + "." + row.getString(2), name -> new ArrayList<>())
                .add(new ColumnInfo(row.getString(3), row.getString(4))));
    return columns;
  }
}

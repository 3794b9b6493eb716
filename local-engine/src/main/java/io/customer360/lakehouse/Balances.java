package io.customer360.lakehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Where received rows are, from the records of landing when there are any.
final class Balances {
  private final Connection connection;
  private final Map<String, List<ColumnInfo>> columns;

  Balances(Connection connection, Map<String, List<ColumnInfo>> columns) {
    this.connection = connection;
    this.columns = columns;
  }

  List<Balance> read() throws SQLException {
    List<String> landing = names("ops.landing");
    if (!landing.containsAll(List.of("dataset", "rows", "accepted", "quarantined", "duplicates"))) {
      return List.of();
    }
    return Rows.list(
        connection,
        """
        select dataset, sum(rows) as received, sum(accepted) as good,
          sum(quarantined) as quarantined, sum(duplicates) as duplicates
        from ops.landing group by dataset order by dataset""",
        row ->
            new Balance(
                row.getString("dataset"),
                row.getLong("received"),
                row.getLong("good"),
                row.getLong("quarantined"),
                row.getLong("duplicates")));
  }

  /// Sources of a dataset, with rows received; empty without records of landing.
  List<SourceRows> sources() throws SQLException {
    if (!names("ops.landing").containsAll(List.of("dataset", "source", "rows"))) {
      return List.of();
    }
    return Rows.list(
        connection,
        """
        select source, dataset, sum(rows) as rows from ops.landing
        group by source, dataset order by source, dataset""",
        row -> new SourceRows(row.getString(1), row.getString(2), row.getLong(3)));
  }

  record SourceRows(String source, String dataset, long rows) {}

  private List<String> names(String table) {
    return columns.getOrDefault(table, List.of()).stream().map(ColumnInfo::name).toList();
  }
}

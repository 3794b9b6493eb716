package io.customer360.profile;

import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which tables the lake has now. A profile is readable before models were trained or decisions
/// were made; what is missing is then empty.
record LakeTables(Set<String> names) {
  static LakeTables of(Connection connection) throws SQLException {
    return new LakeTables(
        new HashSet<>(
            Rows.list(
                connection,
                """
                select schema_name || '.' || table_name from duckdb_tables()
                union all
                select schema_name || '.' || view_name from duckdb_views() where not internal
                """,
                row -> row.getString(1))));
  }

  boolean has(String... tables) {
    return names.containsAll(List.of(tables));
  }
}

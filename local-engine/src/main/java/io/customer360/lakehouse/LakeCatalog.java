package io.customer360.lakehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;

/// Which tables there are: before the first refresh none of gold.
public final class LakeCatalog {
  private LakeCatalog() {}

  /// Whether every one of the tables, named `schema.table`, is there.
  public static boolean has(Connection connection, String... tables) throws SQLException {
    Set<String> wanted = Set.of(tables);
    return Rows.number(
            connection,
            """
            select count(*) from information_schema.tables
            where table_catalog = current_database()
              and table_schema || '.' || table_name in (%s)
            """
                .formatted(String.join(", ", Collections.nCopies(wanted.size(), "?"))),
            wanted.toArray())
        == wanted.size();
  }
}

package io.customer360.lakehouse;

import java.sql.Connection;
import java.sql.SQLException;

/// Which tables there are: before the first refresh none of gold.
public final class LakeCatalog {
  private LakeCatalog() {}

  /// Whether every one of the tables, named `schema.table`, is there.
  public static boolean has(Connection connection, String... tables) throws SQLException {
    for (String table : tables) {
      int dot = table.indexOf('.');
      long found =
          Rows.number(
              connection,
              """
              select count(*) from information_schema.tables
              where table_catalog = current_database() and table_schema = ? and table_name = ?
              """,
              table.substring(0, dot),
              table.substring(dot + 1));
      if (found == 0) {
        return false;
      }
    }
    return true;
  }
}

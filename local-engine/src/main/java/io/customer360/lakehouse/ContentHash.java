package io.customer360.lakehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// A hash over the content of a table that does not depend on the order of its rows: names and
/// types of the columns, the number of rows, and the sum and the exclusive or of a hash of each
/// row. Two tables of equal rows get equal hashes; a changed, lost or doubled row shows.
final class ContentHash {
  private ContentHash() {}

  record Content(long rows, String hash) {}

  /// @param columns as of [#columns]
  static Content of(Connection connection, String table, List<ColumnInfo> columns)
      throws SQLException {
    Fingerprint print = new Fingerprint();
    for (ColumnInfo column : columns) {
      print.add(column.name()).add(column.type());
    }
    String sql =
        "select count(*) as n, cast(sum(hash(t)) as varchar) as total,"
            + " cast(bit_xor(hash(t)) as varchar) as mix from "
            + Sql.table(table)
            + " t";
    return Rows.list(
            connection,
            sql,
            row -> {
              print
                  .add(row.getString("n"))
                  .add(String.valueOf(row.getString("total")))
                  .add(String.valueOf(row.getString("mix")));
              return new Content(row.getLong("n"), print.text());
            })
        .getFirst();
  }

  static List<ColumnInfo> columns(Connection connection, String table) throws SQLException {
    int dot = table.indexOf('.');
    return Rows.list(
        connection,
        """
        select column_name, data_type from information_schema.columns
        where table_catalog = current_database() and table_schema = ? and table_name = ?
        order by ordinal_position""",
        row -> new ColumnInfo(row.getString(1), row.getString(2)),
        table.substring(0, dot),
        table.substring(dot + 1));
  }
}

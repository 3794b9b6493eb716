package io.customer360.identity;

import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// `gold.identity_index`: for each record its component (the first of the records that can matter
/// to what becomes of it) and its blocking keys `k0`, `k1` ..., one for each rule, null where it
/// has none. With it the records that a new one could be are found without reading the others.
///
/// Keys are 32 bits of the 64 that blocking goes by: what they find is looked at again.
final class IndexTable {
  static final String NAME = "gold.identity_index";

  private IndexTable() {}

  /// Makes the table anew for the records of this run, who are everybody.
  static void all(Connection connection, long @Nullable [][] keys) throws SQLException {
    stage(connection, keys);
    Rows.run(connection, "create or replace table " + NAME + " as " + rows());
  }

  /// Replaces the rows of the records of this run.
  static void some(Connection connection, long @Nullable [][] keys) throws SQLException {
    stage(connection, keys);
    Rows.run(
        connection,
        "delete from "
            + NAME
            + " where source_person_id in (select source_person_id from identity_record)");
    Rows.run(connection, "insert into " + NAME + " " + rows());
  }

  private static String rows() {
    return """
    select r.source_person_id, c.source_person_id as component, k.* exclude (record)
    from identity_record r
    join identity_member m using (record)
    join identity_record c on c.record = m.reach
    left join identity_key k on k.record = r.record
    order by r.source_person_id
    """;
  }

  private static void stage(Connection connection, long @Nullable [][] keys) throws SQLException {
    List<String> columns = new ArrayList<>(List.of("record integer"));
    int rules = keys == null ? 0 : keys.length;
    for (int rule = 0; rule < rules; rule++) {
      columns.add("k" + rule + " integer");
    }
    Rows.run(
        connection,
        "create or replace temp table identity_key (" + String.join(", ", columns) + ")");
    if (keys == null || rules == 0) {
      return;
    }
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", "identity_key")) {
      for (int row = 0; row < keys[0].length; row++) {
        appender.beginRow();
        appender.append(row);
        for (long[] rule : keys) {
          if (rule[row] == 0) {
            appender.appendNull();
          } else {
            appender.append(shortened(rule[row]));
          }
        }
        appender.endRow();
      }
    }
  }

  private static int shortened(long key) {
    return (int) (key ^ (key >>> 32));
  }

  /// Puts the records that share a key with one of these into `identity_near`.
  static void near(Connection connection, long[][] keys) throws SQLException {
    Rows.run(
        connection,
        "create or replace temp table identity_fresh_key (rule integer, \"key\" integer)");
    try (DuckDBAppender appender =
        connection
            .unwrap(DuckDBConnection.class)
            .createAppender("temp", "main", "identity_fresh_key")) {
      for (int rule = 0; rule < keys.length; rule++) {
        for (long key : keys[rule]) {
          if (key != 0) {
            appender.beginRow();
            appender.append(rule).append(shortened(key));
            appender.endRow();
          }
        }
      }
    }
    Rows.run(connection, "create or replace temp table identity_near (source_person_id varchar)");
    for (int rule = 0; rule < keys.length; rule++) {
      Rows.run(
          connection,
          """
          insert into identity_near select source_person_id from %s
          where k%d in (select "key" from identity_fresh_key where rule = %d)
          """
              .formatted(NAME, rule, rule));
    }
  }
}

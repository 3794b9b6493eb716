package io.customer360.identity;

import io.customer360.identity.record.TextHash;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// What finds the records that a new one could be without reading the others: `gold.identity_index`
/// has for each record its component (the first of the records that can matter to what becomes of
/// it), `gold.identity_block` its blocking keys, a row for each rule that gives it one.
///
/// Keys are 32 bits of the 64 that blocking goes by, folded with the number of the rule: what they
/// find is looked at again. A record is named by the hash of its id there.
final class IndexTable {
  static final String NAME = "gold.identity_index";
  static final String BLOCKS = "gold.identity_block";

  private static final String COMPONENTS =
      """
      select r.source_person_id, c.source_person_id as component
      from identity_record r
      join identity_member m using (record)
      join identity_record c on c.record = m.reach
      order by r.source_person_id
      """;

  private static final String KEYS =
      """
      select k."key", hash(r.source_person_id) as person
      from identity_key k join identity_record r using (record)
      """;

  private IndexTable() {}

  /// Makes both tables anew for the records of this run, who are everybody.
  static void all(Connection connection, long @Nullable [][] keys) throws SQLException {
    stage(connection, keys, record -> true);
    Rows.run(connection, "create or replace table " + NAME + " as " + COMPONENTS);
    Rows.run(connection, "create or replace table " + BLOCKS + " as " + KEYS);
  }

  /// Replaces what is known of the records of this run, of whom some are new or changed, and of
  /// those that are gone. The keys of a record that is as it was are as they were.
  static void some(Connection connection, long @Nullable [][] keys) throws SQLException {
    BitSet fresh = new BitSet();
    Rows.list(
        connection,
        "select record from identity_record where source_person_id in (from identity_fresh)",
        row -> {
          fresh.set(row.getInt(1));
          return true;
        });
    stage(connection, keys, fresh::get);
    Rows.run(
        connection,
        "delete from "
            + NAME
            + " where source_person_id in ("
            + "select source_person_id from identity_record union all from identity_gone)");
    Rows.run(connection, "insert into " + NAME + " " + COMPONENTS);
    Rows.run(
        connection,
        "delete from "
            + BLOCKS
            + " where person in (select hash(source_person_id) from identity_gone)");
    Rows.run(connection, "insert into " + BLOCKS + " " + KEYS);
  }

  private static void stage(Connection connection, long @Nullable [][] keys, IntPredicate which)
      throws SQLException {
    Rows.run(
        connection, "create or replace temp table identity_key (record integer, \"key\" integer)");
    if (keys == null) {
      return;
    }
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", "identity_key")) {
      for (int rule = 0; rule < keys.length; rule++) {
        for (int row = 0; row < keys[rule].length; row++) {
          if (keys[rule][row] != 0 && which.test(row)) {
            appender.beginRow();
            appender.append(row).append(shortened(rule, keys[rule][row]));
            appender.endRow();
          }
        }
      }
    }
  }

  private static int shortened(int rule, long key) {
    return (int) TextHash.of(key, rule);
  }

  /// Puts the records that share a key with one of these into `identity_near`.
  static void near(Connection connection, long[][] keys) throws SQLException {
    Rows.run(connection, "create or replace temp table identity_fresh_key (\"key\" integer)");
    try (DuckDBAppender appender =
        connection
            .unwrap(DuckDBConnection.class)
            .createAppender("temp", "main", "identity_fresh_key")) {
      for (int rule = 0; rule < keys.length; rule++) {
        for (long key : keys[rule]) {
          if (key != 0) {
            appender.beginRow();
            appender.append(shortened(rule, key));
            appender.endRow();
          }
        }
      }
    }
    Rows.run(
        connection,
        """
        create or replace temp table identity_near as
        select source_person_id from gold.identity_index
        where hash(source_person_id) in (
          select person from gold.identity_block
          where "key" in (select "key" from identity_fresh_key))
        """);
  }
}

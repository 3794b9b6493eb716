package io.customer360.identity.resolve;

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
/// has for each record, all as hashes, who it is, which version of it, its component (the first
/// of the records that can matter to what becomes of it) and its identifiers; `gold.identity_block`
/// has its keys, a row for each blocking rule that gives it one and for each of its identifiers.
///
/// Keys are 32 bits of the 64 that blocking goes by, folded with the number of the rule (or of the
/// hash of an identifier, with its kind), and name 32 bits of the version: what they find is looked
/// at again. So the keys of a version that is gone name nobody and can stay until there are many of
/// them.
final class IndexTable {
  static final String NAME = "gold.identity_index";
  static final String BLOCKS = "gold.identity_block";

  /// The version as `gold.identity_block` names it.
  static final String SHORT = "(version & 4294967295)::uinteger";

  /// Keys of nobody are swept out when a share of so many records has come to be gone.
  private static final double MOST_GONE = 0.1;

  private static final String COMPONENTS =
      """
      select hash(r.source_person_id) as person, r.fingerprint as version,
        hash(c.source_person_id) as component,
        case when r.loyalty_key is not null then hash(r.loyalty_key) end as loyalty,
        case when r.email_key is not null then hash(r.email_key) end as email,
        case when r.phone_key is not null then hash(r.phone_key) end as phone
      from identity_record r
      join identity_member m using (record)
      join identity_record c on c.record = m.reach
      order by r.source_person_id
      """;

  private static final String KEYS =
      """
      select k."key", (r.fingerprint & 4294967295)::uinteger as version
      from identity_key k join identity_record r using (record)
      union all
      select %s, version from (
        select unnest([1, 2, 3]) as kind, unnest([hash(loyalty_key), hash(email_key),
          hash(phone_key)]) as value, unnest([loyalty_key, email_key, phone_key]) is not null as given,
          (fingerprint & 4294967295)::uinteger as version
        from identity_record %s)
      where given
      """;

  /// The key of an identifier: `value` is the hash of one of this `kind`.
  private static final String OF_IDENTIFIER =
      "((hash(kind, value) & 4294967295)::bigint - 2147483648)::integer";

  private IndexTable() {}

  /// Makes both tables anew for the records of this run, who are everybody.
  static void all(Connection connection, long @Nullable [][] keys) throws SQLException {
    stage(connection, keys, record -> true);
    Rows.run(connection, "create or replace table " + NAME + " as " + COMPONENTS);
    Rows.run(connection, "create or replace table " + BLOCKS + " as " + keys(""));
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
            + " where person in ("
            + "select hash(source_person_id) from identity_record"
            + " union all select person from identity_was)");
    Rows.run(connection, "insert into " + NAME + " " + COMPONENTS);
    Rows.run(
        connection,
        "insert into " + BLOCKS + " " + keys("where source_person_id in (from identity_fresh)"));
  }

  private static String keys(String which) {
    return KEYS.formatted(OF_IDENTIFIER, which);
  }

  /// Takes the keys of nobody out of the table whenever there are many more of them.
  ///
  /// @param gone records that are gone, or another version of which is there, since everybody was
  ///     resolved, without this run's
  /// @param now those of this run
  /// @param records there are
  static void sweep(Connection connection, long gone, long now, long records) throws SQLException {
    long many = Math.max(1, (long) (MOST_GONE * records));
    if ((gone + now) / many > gone / many) {
      Rows.run(
          connection,
          "delete from "
              + BLOCKS
              + " where version not in (select "
              + SHORT
              + " from "
              + NAME
              + ")");
    }
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

  /// Puts who shares a key with one of these, or one of the identifiers in `identity_group_hash`,
  /// into `identity_near`, as [#SHORT] names them; `sure` where it is a key.
  static void near(Connection connection, long[][] keys) throws SQLException {
    Rows.run(
        connection,
        "create or replace temp table identity_fresh_key (\"key\" integer, sure boolean)");
    try (DuckDBAppender appender =
        connection
            .unwrap(DuckDBConnection.class)
            .createAppender("temp", "main", "identity_fresh_key")) {
      for (int rule = 0; rule < keys.length; rule++) {
        for (long key : keys[rule]) {
          if (key != 0) {
            appender.beginRow();
            appender.append(shortened(rule, key)).append(true);
            appender.endRow();
          }
        }
      }
    }
    Rows.run(
        connection,
        """
        create or replace temp table identity_near as
        with wanted as (
          select "key", bool_or(sure) as sure from (
            from identity_fresh_key
            union all
            select %s, false from identity_group_hash)
          group by all)
        select version, bool_or(sure) as sure
        from gold.identity_block join wanted using ("key")
        group by version
        """
            .formatted(OF_IDENTIFIER));
  }
}

package io.customer360.identity.resolve;

import io.customer360.identity.weigh.RecordStaging;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;

/// All records that new, changed and gone ones could concern, read once, in `identity_pool`: rows
/// of `gold.identity_record` with their `component` (null for a new record). Whatever is asked of
/// them afterwards is asked of this small table.
///
/// Who they are is found in `gold.identity_index`, which is narrow and all numbers, so that its
/// scans cost little however many people are known. It goes by hashes, so a record too many can
/// come in; it is looked at like the others and changes nothing.
final class NearbyRecords {
  private static final String KEYS =
      """
      create or replace temp table identity_group_hash as
      select distinct kind, value from (
        select unnest([1, 2, 3]) as kind, unnest([
          case when loyalty_key is not null then hash(loyalty_key) end,
          case when email_key is not null then hash(email_key) end,
          case when phone_key is not null then hash(phone_key) end]) as value
        from identity_new
        union all
        select unnest([1, 2, 3]), unnest([loyalty, email, phone]) from identity_was)
      where value is not null
      """;

  private final Connection connection;
  private final int mostRecords;

  /// @param mostRecords an identifier of more records joins nobody
  NearbyRecords(Connection connection, int mostRecords) {
    this.connection = connection;
    this.mostRecords = mostRecords;
  }

  /// Fills `identity_pool` from `identity_new`, `identity_was` (rows of the index of records that
  /// are gone) and `identity_touched`; leaves `identity_near` and `identity_gone`.
  ///
  /// @param keys of the new records, for each blocking rule
  void read(long[][] keys) throws SQLException {
    Rows.run(connection, KEYS);
    IndexTable.near(connection, keys);
    hits();
    Rows.run(
        connection,
        """
        create or replace temp table identity_pool as
        with crowd as (
          select kind, value from (
            select unnest([1, 2, 3]) as kind, unnest([loyalty, email, phone]) as value
            from identity_hit where version not in (select version from identity_was))
          where (kind, value) in (select (kind, value) from identity_group_hash)
          group by all having count(*) > %d),
        component as (
          select component from identity_hit
          where sure or %s),
        nearby as (
          select version, component from gold.identity_index
          where component in (from component)
          union
          select version, component from identity_hit)
        select r.*, n.component
        from gold.identity_record r join nearby n on n.version = r.fingerprint
        """
            .formatted(
                mostRecords,
                mates("and value not in (select value from crowd c where c.kind = %d)")));
    Rows.run(
        connection,
        """
        create or replace temp table identity_gone as
        select source_person_id from identity_pool
        where fingerprint in (select version from identity_was)
        """);
  }

  /// Rows of the index of everybody who is near, named, gone, or has one of the identifiers.
  private void hits() throws SQLException {
    Rows.run(
        connection,
        """
        create or replace temp table identity_hit as
        with found as (
          select short, bool_or(sure) as sure from (
            select version as short, sure from identity_near
            union all
            select %1$s, true from gold.identity_index where person in (from identity_touched)
            union all
            select %1$s, true from identity_was)
          group by short)
        select version, component, loyalty, email, phone, sure
        from gold.identity_index join found on short = %1$s
        """
            .formatted(IndexTable.SHORT));
  }

  private static String mates(String unless) {
    return String.join(
        " or ", mate("loyalty", 1, unless), mate("email", 2, unless), mate("phone", 3, unless));
  }

  private static String mate(String column, int kind, String unless) {
    return "%s in (select value from identity_group_hash where kind = %d %s)"
        .formatted(column, kind, unless.formatted(kind));
  }

  /// Takes those that are gone out of `gold.identity_record` and of the pool, and puts the new ones
  /// into both.
  void exchange() throws SQLException {
    for (String table : new String[] {RecordStaging.RECORDS, "identity_pool"}) {
      if (Rows.number(connection, "select count(*) from identity_was") > 0) {
        Rows.run(
            connection,
            "delete from " + table + " where fingerprint in (select version from identity_was)");
      }
    }
    Rows.run(connection, "insert into " + RecordStaging.RECORDS + " from identity_new");
    Rows.run(connection, "insert into identity_pool select *, null from identity_new");
  }
}

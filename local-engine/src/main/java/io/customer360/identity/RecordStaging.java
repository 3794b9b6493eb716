package io.customer360.identity;

import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The records as matching sees them: all of them in `gold.identity_record`, those of this run
/// numbered in the temporary `identity_record`.
final class RecordStaging {
  static final String RECORDS = "gold.identity_record";

  /// Source persons with all that their row in [#RECORDS] is made of folded into `fingerprint`. A
  /// time that lies in the future is read as today, so it changes with the day.
  private static final String PEOPLE =
      """
      create or replace temp view identity_people as
      select p.*, a.loyalty_id as account_loyalty_id, hash(p, a.loyalty_id,
        case when coalesce(p.updated_at, p.created_at) > s.as_of then s.as_of end,
        p.birth_date > s.as_of::date) as fingerprint
      from silver.source_person p
      cross join identity_setting s
      left join (
        select source_person_id, min(loyalty_id) as loyalty_id
        from silver.loyalty_account
        where source_person_id is not null and trim(loyalty_id) <> ''
        group by source_person_id
      ) a using (source_person_id)
      """;

  private static final String[] TEMPORARY = {
    "setting",
    "rule",
    "source",
    "record",
    "blocked",
    "found",
    "member",
    "cluster",
    "candidate",
    "order",
    "chosen",
    "field",
    "component",
    "key",
    "crowded",
    "fresh",
    "gone",
    "scope",
    "touched",
    "before",
    "after",
    "change",
    "new",
    "mate",
    "changed_customer",
    "fresh_key",
    "near",
    "wanted_term",
    "group_key"
  };

  private final SqlScript keys = SqlScript.load("keys.sql");
  private final SourceReliability reliability;

  RecordStaging(SourceReliability reliability) {
    this.reliability = reliability;
  }

  /// What every run needs: the day, the sources, the rules, and `identity_people`.
  void prepare(Connection connection, Instant asOf) throws SQLException {
    Rows.run(
        connection,
        "create or replace temp table identity_setting"
            + " (as_of timestamp, other_reliability double)");
    Rows.run(
        connection,
        "create or replace temp table identity_source (source varchar, reliability double)");
    Rows.update(
        connection, "insert into identity_setting values (?, ?)", asOf, reliability.other());
    for (var source : new TreeMap<>(reliability.bySource()).entrySet()) {
      Rows.update(
          connection,
          "insert into identity_source values (?, ?)",
          source.getKey(),
          source.getValue());
    }
    Rows.run(
        connection,
        "create or replace temp table identity_rule"
            + " (number integer, id varchar, category varchar)");
    for (MatchRule rule : MatchRule.values()) {
      Rows.update(
          connection,
          "insert into identity_rule values (?, ?, ?)",
          rule.ordinal(),
          rule.id(),
          rule.category().name().toLowerCase(Locale.ROOT));
    }
    Rows.run(
        connection, "create or replace temp table identity_crowded (kind varchar, value varchar)");
    Rows.run(connection, PEOPLE);
  }

  /// Reads everybody anew and numbers them.
  void all(Connection connection) throws SQLException {
    Rows.run(
        connection, "create or replace table " + RECORDS + " as\n" + select("identity_people"));
    number(connection, "true");
  }

  /// Reads those of `identity_fresh` into `identity_new`, as [#RECORDS] has them.
  void fresh(Connection connection) throws SQLException {
    Rows.run(
        connection,
        "create or replace temp table identity_new as\n"
            + select(
                "(select * from identity_people where source_person_id in (from identity_fresh))"));
  }

  private String select(String people) {
    return keys.with(Map.of("people", people)).text();
  }

  /// Numbers records by first appearance, whatever the order they are stored in.
  ///
  /// @param which a condition on [#RECORDS]
  static void number(Connection connection, String which) throws SQLException {
    Rows.run(
        connection,
        """
        create or replace temp table identity_record as
        select (row_number() over (order by created_at nulls last, source_person_id) - 1)::integer
            as record,
          * exclude (fingerprint)
        from %s where %s
        """
            .formatted(RECORDS, which));
  }

  static int count(Connection connection) throws SQLException {
    return Math.toIntExact(Rows.number(connection, "select count(*) from identity_record"));
  }

  static void drop(Connection connection) throws SQLException {
    Rows.run(connection, "drop view if exists temp.main.identity_people");
    for (String table : TEMPORARY) {
      Rows.run(connection, "drop table if exists temp.main.identity_" + table);
    }
  }
}

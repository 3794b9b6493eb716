package io.customer360.identity.weigh;

import static java.time.ZoneOffset.UTC;

import io.customer360.identity.cluster.SqlScript;
import io.customer360.identity.rules.IdentifierKind;
import io.customer360.identity.rules.MatchRule;
import io.customer360.identity.rules.Protections;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The records as matching sees them: all of them in `gold.identity_record`, those of this run
/// numbered in the temporary `identity_record`.
public final class RecordStaging {
  public static final String RECORDS = "gold.identity_record";

  /// Source persons with all that their row in [#RECORDS] is made of folded into `fingerprint`. A
  /// time that lies in the future is read as today, so it changes with the day, which `%1$s` is.
  private static final String PEOPLE =
      """
      create or replace temp view identity_people as
      select p.*, a.loyalty_id as account_loyalty_id, hash(*columns(p.*), a.loyalty_id,
        case when coalesce(p.updated_at, p.created_at) > %1$s then %1$s end,
        p.birth_date > (%1$s)::date) as fingerprint
      from silver.source_person p
      left join (
        select source_person_id, min(loyalty_id) as loyalty_id
        from silver.loyalty_account
        where source_person_id is not null and trim(loyalty_id) <> ''
        group by source_person_id
      ) a using (source_person_id)
      """;

  /// One value alone, with the columns of `identity_people`.
  private static final String BANNED =
      """
      (select null::varchar as source_person_id, '' as source, ?::varchar as loyalty_id,
        null::varchar as account_loyalty_id, null::varchar as first_name,
        null::varchar as last_name, null::varchar as full_name, ?::varchar as email,
        ?::varchar as phone, null::date as birth_date, null::varchar as address,
        null::varchar as postcode, null::varchar as city, null::varchar as country,
        null::varchar as zone, null::timestamp as created_at, null::timestamp as updated_at,
        null::varchar as _file, null::bigint as _line, null::ubigint as fingerprint)
      """;

  private static final String[] TEMPORARY = {
    "setting",
    "ban",
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
    "was",
    "hit",
    "alike",
    "pool",
    "group_hash",
    "wanted_term",
    "group_key"
  };

  private final SqlScript keys = SqlScript.load(RecordStaging.class, "keys.sql");
  private final SourceReliability reliability;
  private final Protections protections;

  public RecordStaging(SourceReliability reliability, Protections protections) {
    this.reliability = reliability;
    this.protections = protections;
  }

  /// What every run needs: the day, the sources, the rules, what is blocked, and `identity_people`.
  public void prepare(Connection connection, Instant asOf) throws SQLException {
    String day = "timestamp " + Sql.literal(LocalDateTime.ofInstant(asOf, UTC).toString());
    Rows.run(
        connection,
        "create or replace temp table identity_setting as select %s as as_of,".formatted(day)
            + " %s::double as other_reliability".formatted(reliability.other()));
    Rows.run(
        connection,
        "create or replace temp table identity_source as from (values %s) v (source, reliability)"
            .formatted(
                new TreeMap<>(reliability.bySource())
                    .entrySet().stream()
                        .map(
                            e ->
                                "(%s, %s::double)".formatted(Sql.literal(e.getKey()), e.getValue()))
                        .collect(Collectors.joining(", ", "", ", (null, null)"))));
    Rows.run(
        connection,
        "create or replace temp table identity_rule as from (values %s) v (number, id, category)"
            .formatted(
                Arrays.stream(MatchRule.values())
                    .map(RecordStaging::rule)
                    .collect(Collectors.joining(", "))));
    Rows.run(
        connection, "create or replace temp table identity_crowded (kind varchar, value varchar)");
    Rows.run(connection, PEOPLE.formatted(day));
    ban(connection);
  }

  /// Leaves what somebody blocked in `identity_ban`, in the form in which identifiers are compared:
  /// it is read by the very script that reads the records.
  private void ban(Connection connection) throws SQLException {
    Rows.run(connection, "create or replace temp table identity_ban (kind varchar, value varchar)");
    for (IdentifierKind kind : IdentifierKind.values()) {
      for (String value : protections.blocked().getOrDefault(kind, List.of())) {
        Rows.update(
            connection,
            "insert into identity_ban select '%s', %s from (%s) where %2$s is not null"
                .formatted(kind.id(), kind.key(), select(BANNED)),
            kind == IdentifierKind.LOYALTY ? value : null,
            kind == IdentifierKind.EMAIL ? value : null,
            kind == IdentifierKind.PHONE ? value : null);
      }
    }
  }

  private static String rule(MatchRule rule) {
    String category = rule.category().name().toLowerCase(Locale.ROOT);
    return "(%d, %s, %s)".formatted(rule.ordinal(), Sql.literal(rule.id()), Sql.literal(category));
  }

  /// Reads everybody anew and numbers them.
  public void all(Connection connection) throws SQLException {
    Rows.run(
        connection, "create or replace table " + RECORDS + " as\n" + select("identity_people"));
    number(connection, RECORDS);
  }

  /// Reads those of `identity_change` into `identity_new`, as [#RECORDS] has them.
  public void fresh(Connection connection) throws SQLException {
    Rows.run(
        connection, "create or replace temp table identity_new as\n" + select("identity_change"));
  }

  private String select(String people) {
    return keys.with(Map.of("people", people)).text();
  }

  /// Numbers records by first appearance, whatever the order they are stored in.
  ///
  /// @param from a table with the columns of [#RECORDS], and maybe a condition
  public static void number(Connection connection, String from) throws SQLException {
    Rows.run(
        connection,
        """
        create or replace temp table identity_record as
        select (row_number() over (order by created_at nulls last, source_person_id) - 1)::integer
            as record, *
        from %s
        """
            .formatted(from));
  }

  public static int count(Connection connection) throws SQLException {
    return Math.toIntExact(Rows.number(connection, "select count(*) from identity_record"));
  }

  public static void drop(Connection connection) throws SQLException {
    Rows.run(
        connection,
        Arrays.stream(TEMPORARY)
            .map(table -> "drop table if exists temp.main.identity_" + table)
            .collect(
                Collectors.joining("; ", "drop view if exists temp.main.identity_people; ", "")));
  }
}

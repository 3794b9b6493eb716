package io.customer360.identity.resolve;

import io.customer360.identity.cluster.SqlScript;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which value survives for each field of the golden record. One script does the work for every
/// field; what differs is below. For everybody it runs field by field, so that what lies between is
/// a twelfth; for a few people once, as it is planning that takes the time then.
///
/// - **Name**: a full name beats an initial, then agreement of sources, then source priority. First
///   and last name follow the same record.
/// - **E-mail, phone**: agreement of sources (a confirmed contact point), then the latest; role
///   addresses rank below personal ones, placeholders never survive.
/// - **Loyalty id, birth date**: agreement, then source priority.
/// - **Address** and its parts: the latest record that has a street address, so that the parts stay
///   together.
final class GoldenFields {
  private record Field(
      String name, String value, String key, String quality, String order, boolean agreement) {
    static Field agreed(String name, String value, String key, String quality, String order) {
      return new Field(name, value, key, quality, order, true);
    }

    static Field latest(String name, String quality) {
      return new Field(name, name, "lower(" + name + ")", quality, "by_time", false);
    }
  }

  private static final String NAME_KEY = "nullif(trim(first_key || ' ' || last_key), '')";
  private static final String NAME_QUALITY =
      "(length(first_key) > 1)::integer + (last_key <> '')::integer";
  private static final String ADDRESS = "(address is not null)::integer";

  /// What every value says of the record it is from.
  private static final String RECORD =
      "customer, alone, source_person_id, source, file, line, reliability, recorded_at";

  private static final List<Field> FIELDS =
      List.of(
          Field.agreed(
              "full_name",
              "nullif(concat_ws(' ', first_name, last_name), '')",
              NAME_KEY,
              NAME_QUALITY,
              "by_source"),
          Field.agreed("first_name", "first_name", NAME_KEY, NAME_QUALITY, "by_source"),
          Field.agreed("last_name", "last_name", NAME_KEY, NAME_QUALITY, "by_source"),
          Field.agreed(
              "email",
              "email",
              "case when not email_placeholder then email_key end",
              "(not email_role)::integer",
              "by_time"),
          Field.agreed(
              "phone",
              "phone",
              "case when not phone_placeholder then phone_key end",
              "1",
              "by_time"),
          Field.agreed(
              "loyalty_id",
              "loyalty_id",
              "case when not loyalty_placeholder then loyalty_key end",
              "1",
              "by_source"),
          Field.agreed("birth_date", "birth_date", "birth_date", "1", "by_source"),
          Field.latest("address", ADDRESS),
          Field.latest("postcode", ADDRESS),
          Field.latest("city", ADDRESS),
          Field.latest("country", ADDRESS),
          Field.latest("zone", ADDRESS));

  private final SqlScript candidates = SqlScript.load(GoldenFields.class, "candidate.sql");
  private final SqlScript fields =
      SqlScript.load(GoldenFields.class, "field.sql")
          .with(
              Map.of(
                  "names",
                  FIELDS.stream()
                      .map(field -> "'" + field.name() + "'")
                      .collect(Collectors.joining(", ", "[", "]"))));

  /// The columns of a source's person that the value of each golden field comes from: a name is
  /// given whole, in parts, or as one that the other is made of.
  static Map<String, List<String>> origins() {
    List<String> names = List.of("full_name", "first_name", "last_name");
    Map<String, List<String>> origins = new LinkedHashMap<>();
    for (Field field : FIELDS) {
      origins.put(field.name(), names.contains(field.name()) ? names : List.of(field.name()));
    }
    return origins;
  }

  /// Fields of the customers of this run, who are everybody.
  void all(Connection connection, Progress progress) throws SQLException {
    Rows.run(
        connection,
        """
        create or replace table gold.golden_field (customer_id varchar, field varchar,
          value varchar, source varchar, rule varchar, source_person_id varchar, file varchar,
          line bigint, recorded_at timestamp, others json, agreeing integer,
          considered integer, reliability double)
        """);
    candidates.with(Map.of("which", "true")).run(connection);
    for (int i = 0; i < FIELDS.size(); i++) {
      progress.checkCancelled();
      Rows.run(connection, "create or replace temp view identity_value as " + values(i));
      fields.run(connection);
      progress.fraction((i + 1.0) / FIELDS.size());
    }
    Rows.run(connection, "drop view temp.main.identity_value");
    // Written field by field; read customer by customer, as one short run of rows.
    Rows.run(
        connection,
        "create or replace table gold.golden_field as from gold.golden_field order by customer_id");
  }

  /// Fields anew for the customers who have got other records, or whose records have changed. Who
  /// only hangs together with them has the fields it had.
  void some(Connection connection) throws SQLException {
    Rows.run(
        connection,
        """
        create or replace temp table identity_changed_customer as
        with record as (
          select b.customer_id as was, a.customer_id as is_now
          from identity_before b full join identity_after a using (source_person_id)
          where a.customer_id is distinct from b.customer_id
            or source_person_id in (from identity_fresh))
        select was as customer_id from record where was is not null
        union
        select is_now from record where is_now is not null
        """);
    Rows.run(
        connection,
        "delete from gold.golden_field where customer_id in (from identity_changed_customer)");
    candidates
        .with(Map.of("which", "c.customer_id in (from identity_changed_customer)"))
        .run(connection);
    Rows.run(connection, "create or replace temp table identity_value as " + allValues());
    fields.run(connection);
    Rows.run(connection, "drop table temp.main.identity_value");
  }

  /// What a value of a field is judged by, in the order of the columns of `identity_value`.
  private static Map<String, String> judged(int at) {
    Field field = FIELDS.get(at);
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("field", (at + 1) + "::utinyint");
    columns.put("place", field.order());
    columns.put("source_first", String.valueOf(field.order().equals("by_source")));
    columns.put("agreed", String.valueOf(field.agreement()));
    columns.put("value", "(" + field.value() + ")::varchar");
    columns.put("key", "(" + field.key() + ")::varchar");
    columns.put("quality", field.quality());
    return columns;
  }

  /// The values of all fields, as [#values] has those of one, in one scan.
  private static String allValues() {
    String all =
        IntStream.range(0, FIELDS.size())
            .mapToObj(
                at ->
                    judged(at).entrySet().stream()
                        .map(column -> "'" + column.getKey() + "': " + column.getValue())
                        .collect(Collectors.joining(", ", "{", "}")))
            .collect(Collectors.joining(",\n  "));
    return """
    select * exclude (v), unnest(v) from (
      select %s, unnest([
      %s]) as v from identity_candidate)
    where v.value is not null
    """
        .formatted(RECORD, all);
  }

  private static String values(int at) {
    return """
    select %s, %s from identity_candidate
    where (%s) is not null
    """
        .formatted(
            RECORD,
            judged(at).entrySet().stream()
                .map(column -> column.getValue() + " as " + column.getKey())
                .collect(Collectors.joining(", ")),
            FIELDS.get(at).value());
  }
}

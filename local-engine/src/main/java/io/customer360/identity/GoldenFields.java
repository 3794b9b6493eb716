package io.customer360.identity;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Which value survives for each field of the golden record. One script does the work for every
/// field; what differs is below.
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

  private static final List<Field> FIELDS =
      List.of(
          Field.agreed(
              "full_name",
              "concat_ws(' ', first_name, last_name)",
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

  private final SqlScript script = SqlScript.load("field.sql");

  /// Fields of the customers of this run, who are everybody.
  void all(Connection connection, Progress progress) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          create or replace table gold.golden_field (customer_id varchar, field varchar,
            value varchar, source varchar, rule varchar, source_person_id varchar, file varchar,
            line bigint, recorded_at timestamp, others json, agreeing integer,
            considered integer, reliability double)
          """);
    }
    write(connection, progress);
  }

  /// Fields of the customers of this run anew, instead of those they and their forerunners had.
  void some(Connection connection, Progress progress) throws SQLException {
    Rows.run(
        connection,
        """
        delete from gold.golden_field where customer_id in (
          select customer_id from identity_before union select customer_id from identity_after)
        """);
    write(connection, progress);
  }

  private void write(Connection connection, Progress progress) throws SQLException {
    for (int i = 0; i < FIELDS.size(); i++) {
      progress.checkCancelled();
      Field field = FIELDS.get(i);
      script
          .with(
              Map.of(
                  "field", field.name(),
                  "value", field.value(),
                  "key", field.key(),
                  "quality", field.quality(),
                  "order", field.order(),
                  "sources", field.agreement() ? "count(distinct v.source)" : "1"))
          .run(connection);
      progress.fraction((i + 1.0) / FIELDS.size());
    }
  }
}

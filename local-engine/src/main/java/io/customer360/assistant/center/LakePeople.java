package io.customer360.assistant.center;

import io.customer360.assistant.semantic.People;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Customers of the lake by name or id.
public final class LakePeople implements People {
  private static final String SELECT =
      "select customer_id, coalesce(full_name, ''), coalesce(city, '') from gold.customer ";

  private final Lakehouse lakehouse;

  public LakePeople(Lakehouse lakehouse) {
    this.lakehouse = lakehouse;
  }

  @Override
  public List<Person> named(String name, int limit) {
    if (name.isBlank() || name.length() < 3) {
      return List.of();
    }
    return lakehouse.read(
        c ->
            Rows.list(
                c,
                SELECT
                    + "where lower(strip_accents(replace(full_name, 'ł', 'l')))"
                    + " = lower(strip_accents(replace(?, 'ł', 'l'))) order by customer_id limit ?",
                LakePeople::person,
                name,
                limit));
  }

  @Override
  public List<Person> like(String name, int limit) {
    if (name.length() < 4) {
      return List.of();
    }
    return lakehouse.read(
        c ->
            Rows.list(
                c,
                SELECT
                    + "where jaro_winkler_similarity(lower(strip_accents(full_name)),"
                    + " lower(strip_accents(?))) > 0.92 order by"
                    + " jaro_winkler_similarity(lower(strip_accents(full_name)),"
                    + " lower(strip_accents(?))) desc, customer_id limit ?",
                LakePeople::person,
                name,
                name,
                limit));
  }

  @Override
  public Optional<Person> withId(String customerId) {
    List<Person> found =
        lakehouse.read(
            c -> Rows.list(c, SELECT + "where customer_id = ?", LakePeople::person, customerId));
    return found.stream().findFirst();
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(row.getString(1), row.getString(2), row.getString(3));
  }
}

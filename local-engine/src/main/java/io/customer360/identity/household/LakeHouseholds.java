package io.customer360.identity.household;

import io.customer360.lakehouse.LakeCatalog;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Households read from the lake.
public final class LakeHouseholds implements Households {
  private final Lakehouse lakehouse;

  public LakeHouseholds(Lakehouse lakehouse) {
    this.lakehouse = lakehouse;
  }

  @Override
  public Optional<Household> of(String customerId) {
    return lakehouse.read(
        connection -> {
          Optional<String> id = household(connection, customerId);
          return id.isEmpty() ? Optional.empty() : Optional.of(read(connection, id.get()));
        });
  }

  @Override
  public List<Household> largest(int limit) {
    return lakehouse.read(
        connection -> {
          List<Household> households = new ArrayList<>();
          if (known(connection)) {
            for (String id :
                Rows.list(
                    connection,
                    """
                    select household_id from gold.household_member group by household_id
                    order by count(*) desc, household_id limit ?
                    """,
                    row -> row.getString(1),
                    limit)) {
              households.add(read(connection, id));
            }
          }
          return households;
        });
  }

  @Override
  public List<Tie> path(String fromCustomer, String toCustomer) {
    return lakehouse.read(
        connection -> {
          Optional<String> id = household(connection, fromCustomer);
          return id.isEmpty()
              ? List.of()
              : shortest(ties(connection, id.get()), fromCustomer, toCustomer);
        });
  }

  /// Breadth first over the ties of one household.
  static List<Tie> shortest(List<Tie> ties, String from, String to) {
    Map<String, Tie> reachedBy = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty() && !reachedBy.containsKey(to)) {
      String at = open.removeFirst();
      for (Tie tie : ties) {
        String next = other(tie, at);
        if (!next.isEmpty() && !next.equals(from) && reachedBy.putIfAbsent(next, tie) == null) {
          open.addLast(next);
        }
      }
    }
    List<Tie> path = new ArrayList<>();
    for (String at = to; !at.equals(from) && reachedBy.containsKey(at); ) {
      Tie tie = Objects.requireNonNull(reachedBy.get(at));
      path.addFirst(tie);
      at = other(tie, at);
    }
    return path;
  }

  private static String other(Tie tie, String customer) {
    return tie.left().equals(customer)
        ? tie.right()
        : tie.right().equals(customer) ? tie.left() : "";
  }

  @Override
  public List<String> inWords(List<Tie> path) {
    return lakehouse.read(
        connection -> {
          List<String> sentences = new ArrayList<>();
          for (Tie tie : path) {
            sentences.add(
                name(connection, tie.left())
                    + " and "
                    + name(connection, tie.right())
                    + " "
                    + tie.kind().words()
                    + " "
                    + tie.value()
                    + ".");
          }
          return sentences;
        });
  }

  private static String name(Connection connection, String customerId) throws SQLException {
    return Rows.list(
            connection,
            "select coalesce(full_name, customer_id) from gold.customer where customer_id = ?",
            row -> row.getString(1),
            customerId)
        .stream()
        .findFirst()
        .orElse(customerId);
  }

  private static Optional<String> household(Connection connection, String customerId)
      throws SQLException {
    return known(connection)
        ? Rows.list(
                connection,
                "select household_id from gold.household_member where customer_id = ?",
                row -> row.getString(1),
                customerId)
            .stream()
            .findFirst()
        : Optional.empty();
  }

  private static Household read(Connection connection, String id) throws SQLException {
    List<Household.Member> members =
        Rows.list(
            connection,
            """
            select c.customer_id, c.full_name, c.lifecycle, c.margin_12m
            from gold.household_member m join gold.customer c using (customer_id)
            where m.household_id = ?
            order by c.margin_12m desc, c.customer_id
            """,
            row ->
                new Household.Member(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    Objects.requireNonNullElse(row.getBigDecimal(4), BigDecimal.ZERO)),
            id);
    String name =
        Rows.list(
                connection,
                """
                select c.last_name from gold.household_member m
                join gold.customer c using (customer_id)
                where m.household_id = ? and c.last_name is not null
                group by c.last_name order by count(*) desc, c.last_name limit 1
                """,
                row -> row.getString(1),
                id)
            .stream()
            .findFirst()
            .orElse(null);
    return new Household(id, name, members, ties(connection, id));
  }

  private static List<Tie> ties(Connection connection, String id) throws SQLException {
    return Rows.list(
        connection,
        """
        select t.left_customer, t.right_customer, t.kind, t.value
        from gold.household_tie t
        where t.left_customer in
          (select customer_id from gold.household_member where household_id = ?)
        order by t.left_customer, t.right_customer, t.kind
        """,
        row ->
            new Tie(
                row.getString(1),
                row.getString(2),
                Tie.Kind.of(row.getString(3)),
                row.getString(4)),
        id);
  }

  private static boolean known(Connection connection) throws SQLException {
    return LakeCatalog.has(connection, "gold.household_member", "gold.customer");
  }
}

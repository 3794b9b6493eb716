package io.customer360.profile;

import io.customer360.lakehouse.Rows;
import io.customer360.profile.lake.Cells;
import io.customer360.profile.lake.LakeTables;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The figures of a customer as of a past moment, from dated rows only, by the definitions of
/// `gold.customer`.
final class PastReader {
  private PastReader() {}

  /// When the first record of this customer was made.
  static @Nullable Instant firstKnown(Connection connection, LakeTables tables, String customerId)
      throws SQLException {
    if (!tables.has("silver.source_person", "gold.identity_link")) {
      return null;
    }
    return Rows.list(
            connection,
            """
            select min(created_at) as first_at from silver.source_person
            where source_person_id in (
              select source_person_id from gold.identity_link where customer_id = ?)
            """,
            row -> Optional.ofNullable(Cells.time(row, "first_at")),
            customerId)
        .getFirst()
        .orElse(null);
  }

  /// A field counts only when its value had been recorded by then; else an older value that it was
  /// preferred to later.
  static UnifiedContext.Person person(
      List<GoldenField> fields, @Nullable LocalDate since, Instant asOf) {
    return new UnifiedContext.Person(
        then(fields, "full_name", asOf),
        then(fields, "first_name", asOf),
        then(fields, "city", asOf),
        then(fields, "country", asOf),
        then(fields, "zone", asOf),
        then(fields, "email", asOf) != null,
        then(fields, "phone", asOf) != null,
        then(fields, "address", asOf) != null,
        since);
  }

  private static @Nullable String then(List<GoldenField> fields, String name, Instant asOf) {
    Predicate<@Nullable Instant> known = at -> at != null && !at.isAfter(asOf);
    for (GoldenField field : fields) {
      if (field.field().equals(name)) {
        if (known.test(field.recordedAt())) {
          return field.value();
        }
        return field.others().stream()
            .filter(other -> known.test(other.recordedAt()))
            .map(GoldenField.Other::value)
            .findFirst()
            .orElse(null);
      }
    }
    return null;
  }

  private record Orders(
      long orders,
      long orders12m,
      BigDecimal revenue,
      BigDecimal revenue12m,
      BigDecimal margin,
      BigDecimal margin12m,
      @Nullable Instant firstAt,
      @Nullable Instant lastAt,
      @Nullable Double usualGapDays,
      @Nullable String channel) {
    static Orders none() {
      BigDecimal zero = BigDecimal.ZERO.setScale(2);
      return new Orders(0, 0, zero, zero, zero, zero, null, null, null, null);
    }

    static Orders of(ResultSet row) throws SQLException {
      return new Orders(
          row.getLong("orders"),
          row.getLong("orders_12m"),
          Cells.moneyOrZero(row, "revenue"),
          Cells.moneyOrZero(row, "revenue_12m"),
          Cells.moneyOrZero(row, "margin"),
          Cells.moneyOrZero(row, "margin_12m"),
          Cells.time(row, "first_at"),
          Cells.time(row, "last_at"),
          Cells.number(row, "usual_gap_days"),
          Cells.text(row, "channel"));
    }
  }

  static UnifiedContext.Statistics statistics(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    Orders orders = orders(connection, tables, customerId, asOf);
    return new UnifiedContext.Statistics(
        null,
        null,
        null,
        points(connection, tables, customerId, asOf),
        null,
        null,
        orders.orders(),
        orders.orders12m(),
        orders.revenue(),
        orders.revenue12m(),
        orders.margin(),
        orders.margin12m(),
        orders.firstAt(),
        orders.lastAt(),
        ContextReader.daysBetween(orders.lastAt(), asOf),
        orders.usualGapDays(),
        orders.channel(),
        category(connection, tables, customerId, asOf),
        lateDeliveries(connection, tables, customerId, asOf),
        openTickets(connection, tables, customerId, asOf),
        lastRating(connection, tables, customerId, asOf),
        lastEmailOpen(connection, tables, customerId, asOf));
  }

  private static Orders orders(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    if (!tables.has("gold.orders")) {
      return Orders.none();
    }
    return Rows.list(
            connection,
            """
            with past as (
              select *, ordered_at > ?::timestamp - interval 365 day as recent
              from gold.orders where customer_id = ? and ordered_at <= ?
            )
            select
              count(*) filter (where not is_return) as orders,
              count(*) filter (where not is_return and recent) as orders_12m,
              sum(revenue)::decimal(14, 2) as revenue,
              (sum(revenue) filter (where recent))::decimal(14, 2) as revenue_12m,
              sum(margin)::decimal(14, 2) as margin,
              (sum(margin) filter (where recent))::decimal(14, 2) as margin_12m,
              min(ordered_at) filter (where not is_return) as first_at,
              max(ordered_at) filter (where not is_return) as last_at,
              date_diff('day', first_at, last_at)::double
                / nullif(count(distinct ordered_at::date) filter (where not is_return) - 1, 0)
                as usual_gap_days,
              (select max({'n': n, 'name': channel}).name from (
                select channel, count(*) as n from past
                where channel is not null and not is_return group by channel)) as channel
            from past
            """,
            Orders::of,
            asOf,
            customerId,
            asOf)
        .getFirst();
  }

  private static @Nullable String category(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    if (!tables.has("gold.order_line")) {
      return null;
    }
    return first(
        connection,
        """
        select category as answer from gold.order_line
        where customer_id = ? and ordered_at <= ? and category is not null and not is_return
        group by category order by sum(quantity) desc, category desc limit 1
        """,
        row -> Cells.text(row, "answer"),
        customerId,
        asOf);
  }

  private static @Nullable Long points(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    if (!tables.has("gold.loyalty_movement")) {
      return null;
    }
    return first(
        connection,
        """
        select sum(points)::bigint as answer from gold.loyalty_movement
        where customer_id = ? and moved_at <= ?
        """,
        row -> Cells.whole(row, "answer"),
        customerId,
        asOf);
  }

  private static int lateDeliveries(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    if (!tables.has("gold.shipment")) {
      return 0;
    }
    return (int)
        Rows.number(
            connection,
            """
            select count(*) from gold.shipment
            where customer_id = ? and days_late > 0 and delivered_at <= ?
              and delivered_at > ?::timestamp - interval 60 day
            """,
            customerId,
            asOf,
            asOf);
  }

  private static int openTickets(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    if (!tables.has("gold.service_ticket")) {
      return 0;
    }
    return (int)
        Rows.number(
            connection,
            """
            select count(*) from gold.service_ticket
            where customer_id = ? and opened_at <= ? and (closed_at is null or closed_at > ?)
            """,
            customerId,
            asOf,
            asOf);
  }

  /// A rating is given when a ticket is closed.
  private static @Nullable Integer lastRating(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    if (!tables.has("gold.service_ticket")) {
      return null;
    }
    return first(
        connection,
        """
        select rating as answer from gold.service_ticket
        where customer_id = ? and coalesce(closed_at, opened_at) <= ? and rating is not null
        order by opened_at desc, rating desc limit 1
        """,
        row -> Cells.integer(row, "answer"),
        customerId,
        asOf);
  }

  private static @Nullable Instant lastEmailOpen(
      Connection connection, LakeTables tables, String customerId, Instant asOf)
      throws SQLException {
    if (!tables.has("gold.engagement")) {
      return null;
    }
    return first(
        connection,
        """
        select max(occurred_at) as answer from gold.engagement
        where customer_id = ? and occurred_at <= ? and channel = 'email'
          and kind in ('opened', 'clicked')
        """,
        row -> Cells.time(row, "answer"),
        customerId,
        asOf);
  }

  @FunctionalInterface
  private interface Reader<T> {
    @Nullable T read(ResultSet row) throws SQLException;
  }

  private static <T> @Nullable T first(
      Connection connection, String sql, Reader<T> reader, String customerId, Instant asOf)
      throws SQLException {
    List<Optional<T>> rows =
        Rows.list(connection, sql, row -> Optional.ofNullable(reader.read(row)), customerId, asOf);
    return rows.isEmpty() ? null : rows.getFirst().orElse(null);
  }
}

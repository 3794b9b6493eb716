package io.customer360.feature;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// The gold tables that features are computed from, in memory, with customers whose life follows a
/// plain rule: they buy at their own pace; after each order some leave for good, more of them after
/// a late delivery; while they stay they open e-mail and visit.
public final class GoldTables {
  public static final Instant TODAY = Instant.parse("2026-11-20T09:40:00Z");
  private static final double DAYS = 800;

  private GoldTables() {}

  public static Connection empty() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      for (String sql :
          """
          create schema gold;
          create table gold.customer (customer_id varchar, customer_since date);
          create table gold.orders (order_id varchar, customer_id varchar, ordered_at timestamp,
            channel varchar, store_id varchar, items bigint, revenue decimal(14,2),
            margin decimal(14,2), discount decimal(14,2), late_days int, carrier varchar,
            is_return boolean);
          create table gold.order_line (order_id varchar, customer_id varchar, ordered_at timestamp,
            category varchar, revenue decimal(14,2), is_return boolean);
          create table gold.shipment (order_id varchar, customer_id varchar,
            delivered_at timestamp, days_late int);
          create table gold.engagement (customer_id varchar, occurred_at timestamp,
            channel varchar, kind varchar);
          create table gold.service_ticket (ticket_id varchar, customer_id varchar,
            opened_at timestamp, closed_at timestamp, rating int, sentiment double);
          create table gold.event (customer_id varchar, occurred_at timestamp, session_id varchar,
            event_type varchar);
          create view gold.session as
            select customer_id, session_id, min(occurred_at) as started_at from gold.event
            where customer_id is not null group by customer_id, session_id;
          create table gold.loyalty_movement (customer_id varchar, moved_at timestamp,
            kind varchar, points int)
          """
              .split(";")) {
        statement.execute(sql);
      }
    }
    return connection;
  }

  /// Customers `C-000001` and on, the same for the same seed.
  public static Connection lively(int customers, long seed) throws SQLException {
    Connection connection = empty();
    DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
    Random random = new Random(seed);
    try (DuckDBAppender people = duck.createAppender("gold", "customer");
        DuckDBAppender orders = duck.createAppender("gold", "orders");
        DuckDBAppender lines = duck.createAppender("gold", "order_line");
        DuckDBAppender shipments = duck.createAppender("gold", "shipment");
        DuckDBAppender messages = duck.createAppender("gold", "engagement");
        DuckDBAppender events = duck.createAppender("gold", "event")) {
      for (int c = 1; c <= customers; c++) {
        live(
            String.format("C-%06d", c), random, people, orders, lines, shipments, messages, events);
      }
    }
    return connection;
  }

  private static void live(
      String id,
      Random random,
      DuckDBAppender people,
      DuckDBAppender orders,
      DuckDBAppender lines,
      DuckDBAppender shipments,
      DuckDBAppender messages,
      DuckDBAppender events)
      throws SQLException {
    double pace = 20 * Math.exp(0.5 * random.nextGaussian());
    double day = -DAYS * random.nextDouble();
    people.beginRow();
    people.append(id);
    people.append(at(day).toLocalDate());
    people.endRow();
    boolean stays = true;
    int n = 0;
    while (stays && day < 0) {
      n++;
      String order = id + "-" + n;
      double money = 20 + 60 * random.nextDouble();
      boolean late = random.nextDouble() < 0.2;
      orders.beginRow();
      orders.append(order);
      orders.append(id);
      orders.append(at(day));
      orders.append(random.nextBoolean() ? "web" : "store");
      orders.appendNull();
      orders.append(1L);
      orders.append(java.math.BigDecimal.valueOf(Math.round(money * 100), 2));
      orders.append(java.math.BigDecimal.valueOf(Math.round(money * 40), 2));
      orders.append(java.math.BigDecimal.valueOf(Math.round(money * 5), 2));
      orders.appendNull();
      orders.append("Royal Parcel");
      orders.append(false);
      orders.endRow();
      lines.beginRow();
      lines.append(order);
      lines.append(id);
      lines.append(at(day));
      lines.append("category " + random.nextInt(5));
      lines.append(java.math.BigDecimal.valueOf(Math.round(money * 100), 2));
      lines.append(false);
      lines.endRow();
      if (day + 4 < 0) {
        shipments.beginRow();
        shipments.append(order);
        shipments.append(id);
        shipments.append(at(day + 4));
        shipments.append(late ? 3 : 0);
        shipments.endRow();
      }
      stays = random.nextDouble() > (late ? 0.35 : 0.04);
      double next = day + pace * -Math.log(1 - random.nextDouble()) * 0.6 + pace * 0.4;
      double engagedUntil = Math.min(0, stays ? next : day + 90 * random.nextDouble());
      for (double d = day + 7 * random.nextDouble();
          d < engagedUntil;
          d += 10 + 50 * random.nextDouble()) {
        messages.beginRow();
        messages.append(id);
        messages.append(at(d));
        messages.append("email");
        messages.append("opened");
        messages.endRow();
        events.beginRow();
        events.append(id);
        events.append(at(d + 0.01));
        events.append(id + "/" + (long) (d * 100));
        events.append("page_view");
        events.endRow();
      }
      day = next;
    }
  }

  private static LocalDateTime at(double day) {
    return LocalDateTime.ofInstant(
        TODAY.plus(Math.round(day * 86_400), ChronoUnit.SECONDS), ZoneOffset.UTC);
  }

  public static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The number in the first cell.
  public static double number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getDouble(1);
    }
  }
}

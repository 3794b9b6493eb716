package io.customer360.assistant.center;

import io.customer360.lakehouse.ConnectionFunction;
import io.customer360.lakehouse.Lakehouse;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// Gold tables made by hand in memory: 400 customers whose numbers can be worked out on paper.
/// Customer n is Gold when n divides by 10, Silver when by 4; lives in Leeds when n is even, else
/// York; has churn 0.05 + (n % 10) / 10; margin 100 + n.
public final class HandMadeLake implements AutoCloseable {
  public static final Instant TODAY = Instant.parse("2026-11-20T09:40:00Z");

  private final DuckDBConnection connection;

  public HandMadeLake() {
    try {
      connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    sql("create schema silver; create schema gold; create schema ops");
    new AssistantSchema().statements().forEach(this::sql);
    sql(
        """
        create table gold.customer as
        select 'C-' || lpad(n::varchar, 6, '0') as customer_id,
          case n when 1 then 'Ngozi Okafor' when 2 then 'Tomasz Zieliński' else 'Person ' || n end as full_name,
          'First' as first_name, 'Last' as last_name, 'p' || n || '@example.org' as email,
          case when n % 3 = 0 then null else '+44' || n end as phone, 'L' || n as loyalty_id,
          date '1970-01-01' + (n * 40)::integer as birth_date, 'Street' as address, 'LS1' as postcode,
          case when n % 2 = 0 then 'Leeds' else 'York' end as city, 'GB' as country, 'Europe/London' as zone,
          case when n % 10 = 0 then 'Gold' when n % 4 = 0 then 'Silver' else 'Bronze' end as tier,
          n * 10 as points, n % 300 as points_to_next, date '2026-11-30' as points_expire_on,
          date '2025-01-01' as tier_since, date '2024-01-01' + n::integer as customer_since,
          2 as source_records, case when n % 7 = 0 then 'churned' else 'active' end as lifecycle,
          'mid' as value_tier, 5::bigint as orders, 500.00::decimal(14,2) as revenue,
          (100 + n)::decimal(14,2) as margin, 300.00::decimal(14,2) as revenue_12m,
          (100 + n)::decimal(14,2) as margin_12m, 3 as orders_12m, timestamp '2024-03-01' as first_order_at,
          timestamp '2026-11-01' - to_days((n % 100)::integer) as last_order_at, 20.0 as usual_gap_days,
          'web' as favourite_channel, 'tents' as favourite_category, (n % 4)::integer as late_deliveries_60d,
          (n % 5 = 0)::integer as open_tickets, 4 as last_rating, timestamp '2026-11-01' as last_email_open_at,
          0.9 as trust, 0.9 as trust_reliability, 1.0 as trust_freshness, 1.0 as trust_agreement, 1.0 as trust_completeness
        from range(1, 401) r(n)
        """);
    sql(
        """
        create table gold.score as
        select customer_id, m.model, 0.05 + (substr(customer_id, 3)::integer % 10) / 10 as score,
          0.1 as low, 0.9 as high, 0.92 as confidence, 'v1' as version, timestamp '2026-11-20' as as_of
        from gold.customer, (values ('churn'), ('propensity')) m(model)
        """);
    sql(
        """
        create table gold.score_reason as
        select customer_id, 'churn' as model, p as position, 'f' || p as feature,
          case when p = 1 and substr(customer_id, 3)::integer % 2 = 0 then 'Late deliveries'
               when p = 1 then 'Fewer e-mail opens' else 'Other' end as label,
          '2' as value, 0.3 / p as contribution
        from gold.customer, range(1, 3) r(p)
        """);
    sql(
        """
        create table gold.orders as
        select 'O-' || customer_id || '-' || k as order_id, customer_id,
          timestamp '2025-10-01 10:00:00' + to_days((k * 14 + substr(customer_id, 3)::integer % 14)::integer) as ordered_at,
          case when k % 3 = 0 then 'store' else 'web' end as channel,
          case when k % 3 = 0 then 'LDS-1' end as store_id, 1 as items,
          (20 + k)::decimal(14,2) as revenue, 8.00::decimal(14,2) as margin, 1.00::decimal(14,2) as discount,
          (k % 5)::integer as late_days, case when k < 25 then 'Royal Parcel' else 'Swiftline' end as carrier,
          k = 10 as is_return
        from gold.customer, range(0, 30) r(k)
        """);
    sql(
        """
        create table gold.order_line as
        select order_id, 1 as line_no, customer_id, ordered_at, channel, store_id, 'SKU' as sku,
          case when hash(order_id) % 2 = 0 then 'Ridgeline Anorak' else 'Beacon Tent 2' end as product_name,
          case when hash(order_id) % 3 = 0 then 'kids' when hash(order_id) % 3 = 1 then 'tents' else 'footwear' end as category,
          case when hash(order_id) % 20 = 0 then '26-08' end as batch, 1 as quantity, revenue as unit_price,
          discount, revenue, margin, 'GBP' as currency, is_return, null::varchar as promotion
        from gold.orders
        """);
    sql(
        """
        create table gold.shipment as
        select order_id, customer_id, carrier, ordered_at as shipped_at, ordered_at + interval 2 day as promised_at,
          ordered_at + to_days((2 + late_days)::integer) as delivered_at, late_days as days_late
        from gold.orders where channel = 'web'
        """);
    sql(
        """
        create table gold.engagement as
        select 'M-' || customer_id || '-' || k as message_id, customer_id,
          timestamp '2026-08-01 10:00:00' + to_days(k::integer) as occurred_at,
          case when k % 2 = 0 then 'email' else 'sms' end as channel, e.kind,
          'Autumn layers' as campaign, 'Subject' as subject
        from gold.customer, range(0, 100, 5) r(k), (values ('sent'), ('opened'), ('clicked')) e(kind)
        where e.kind = 'sent' or hash(customer_id || k || e.kind) % 4 = 0
        """);
    sql(
        """
        create table gold.service_ticket as
        select 'T-' || customer_id as ticket_id, customer_id, timestamp '2026-10-05 09:00:00' as opened_at,
          null::timestamp as closed_at, 'email' as channel,
          case when substr(customer_id, 3)::integer % 2 = 0 then 'delivery' else 'returns' end as topic,
          'Where is it' as subject, 'Body' as body, 3 as rating, null::varchar as order_id, -0.2 as sentiment
        from gold.customer where substr(customer_id, 3)::integer % 5 = 0
        """);
    sql(
        """
        create table gold.loyalty_movement as
        select 'V-' || customer_id as movement_id, loyalty_id, customer_id, timestamp '2026-10-01' as moved_at,
          'redeem' as kind, -50 as points, null::varchar as order_id from gold.customer
        """);
    sql(
        """
        create table gold.event as
        select customer_id, 'S-' || customer_id as session_id, timestamp '2026-11-10 12:00:00' as occurred_at,
          'page_view' as event_type, 'web' as channel from gold.customer
        """);
    sql(
        """
        create table gold.consent as
        select customer_id, 'marketing' as purpose, ch as channel,
          case when substr(customer_id, 3)::integer % 3 = 0 then 'no' else 'yes' end as status,
          timestamp '2026-01-01' as recorded_at, 'crm' as source, 1 as records
        from gold.customer, (values ('email'), ('sms')) c(ch)
        """);
    sql(
        "create table gold.identity_link as select 'crm:' || customer_id as source_person_id,"
            + " customer_id, 'email' as rule, '' as matched_with from gold.customer");
    sql(
        "create table silver.store as select 'LDS-1' as store_id, 'Leeds Briggate' as name, 'Leeds'"
            + " as city");
    sql(
        "create table silver.product as select 'RA-210' as sku, 'Ridgeline Anorak' as name, '26-08'"
            + " as recalled_batch");
  }

  public void sql(String text) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    } catch (SQLException e) {
      throw new IllegalStateException(text, e);
    }
  }

  public Lakehouse lakehouse() {
    return (Lakehouse)
        Proxy.newProxyInstance(
            Lakehouse.class.getClassLoader(),
            new Class<?>[] {Lakehouse.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "asOf" -> TODAY;
                  case "snapshotId" -> "4f2c91";
                  case "read", "write" ->
                      apply((ConnectionFunction<?>) List.of(arguments).getLast());
                  default -> throw new AssertionError("called unexpectedly: " + method.getName());
                });
  }

  private Object apply(ConnectionFunction<?> work) throws Exception {
    try (Connection own = connection.duplicate()) {
      return work.apply(own);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

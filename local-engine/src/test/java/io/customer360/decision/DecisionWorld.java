package io.customer360.decision;

import io.customer360.governance.Person;
import io.customer360.governance.Role;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.LakehouseParts;
import io.customer360.lakehouse.Rows;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// A workspace whose gold tables are filled by hand: `n` customers, every third at risk, every
/// fifth close to a tier, three buyers of a recalled anorak.
public final class DecisionWorld implements AutoCloseable {
  public static final Person MAYA = new Person("mh", "Maya Holt", Role.ADMINISTRATOR);
  public static final Person OLU = new Person("oa", "Olu Adeyemi", Role.COMPLIANCE);

  final MovableClock clock = new MovableClock();
  final Workspace workspace;
  final Lakehouse lake;
  DecisionDesk desk;

  /// Stands still until it is moved.
  static final class MovableClock extends Clock {
    private Instant now = Instant.parse("2026-11-20T09:40:00Z");

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  public DecisionWorld(Path folder, int customers) {
    workspace =
        Workspace.create(
            folder.resolve("test.c360"),
            WorkspaceSettings.of(
                "Alder & Pine", "GBP", "Europe/London", "fixed:2026-11-20T09:40:00Z"));
    lake = Lakehouse.open(workspace, LakehouseParts.of(List.of(), DecisionDesk.schemas()));
    lake.write(
        c -> {
          for (String sql : TABLES.formatted(customers).split(";\n")) {
            Rows.run(c, sql);
          }
          return 0;
        });
    desk = DecisionDesk.open(lake, workspace, clock);
  }

  public Decisions decisions() {
    return desk.decisions();
  }

  public Path policies() {
    return workspace.policies();
  }

  public long count(String sql) {
    return lake.read(c -> Rows.number(c, sql));
  }

  public void run(String sql) {
    lake.write(
        c -> {
          Rows.run(c, sql);
          return 0;
        });
  }

  @Override
  public void close() {
    lake.close();
    workspace.close();
  }

  private static final String TABLES =
      """
      create schema if not exists gold;
      create schema if not exists silver;
      create or replace table gold.customer as
      select
        'C-' || lpad(i::varchar, 6, '0') as customer_id, 'Person ' || i as full_name,
        'Person' as first_name, i::varchar as last_name, 'p' || i || '@example.net' as email,
        '+4411349' || lpad(i::varchar, 5, '0') as phone, i || ' Mill Lane' as address,
        'Leeds' as city, 'GB' as country, 'Europe/London' as zone,
        case when i %% 3 = 0 then 'at-risk' else 'active' end as lifecycle,
        case when i %% 10 = 0 then 'high' else 'mid' end as value_tier,
        date '2020-01-01' as customer_since,
        case when i %% 5 = 0 then 'Silver' end as tier,
        case when i %% 5 = 0 then 800 end as points,
        case when i %% 5 = 0 then 120 end as points_to_next,
        date '2026-11-30' as points_expire_on, date '2025-01-01' as tier_since,
        case when i %% 5 = 0 then 'L-' || i end as loyalty_id,
        12::bigint as orders, 6::bigint as orders_12m, 900.00::decimal(14,2) as revenue,
        400.00::decimal(14,2) as revenue_12m, 300.00::decimal(14,2) as margin,
        ((20 + i %% 700) * 4)::decimal(14,2) as margin_12m,
        timestamp '2026-10-14 10:00:00' as last_order_at, 19.0::double as usual_gap_days,
        'web' as favourite_channel, 'Tents' as favourite_category,
        (i %% 3)::integer as late_deliveries_60d, 0 as open_tickets, 4 as last_rating,
        timestamp '2026-11-01 08:00:00' as last_email_open_at, 0.87::double as trust
      from range(1, %1$d + 1) t(i);
      create or replace table gold.orders as
      select 'AP-' || customer_id as order_id, customer_id, last_order_at as ordered_at, false as is_return,
        case when late_deliveries_60d > 0 then 6 else 0 end as late_days, 'Swiftline' as carrier
      from gold.customer;
      create or replace table gold.order_line as
      select 'AP-' || customer_id as order_id, customer_id, last_order_at as ordered_at, 'RA-210' as sku,
        '26-08' as batch, 1 as quantity, 99.00::decimal(14,2) as revenue
      from gold.customer where customer_id in ('C-000001', 'C-000002', 'C-000003');
      create or replace table silver.product as
      select 'RA-210' as sku, 'Ridgeline Anorak' as name, '26-08' as recalled_batch;
      create or replace table gold.service_ticket as
      select 'T-1' as ticket_id, 'C-000006' as customer_id, timestamp '2026-11-10 10:00:00' as opened_at,
        'delivery' as topic, -0.6::double as sentiment, 2 as rating;
      create or replace table gold.engagement as
      select 'C-000009' as customer_id, 'email' as channel, 'sent' as kind,
        timestamp '2026-11-19 09:00:00' as occurred_at;
      create or replace table gold.consent as
      select customer_id, purpose, channel, 'yes' as status, timestamp '2024-01-01' as recorded_at,
        'crm' as source
      from gold.customer, (select unnest(['service', 'marketing']) as purpose),
        (select unnest(['email', 'sms', 'phone']) as channel);
      create or replace table gold.score as
      select customer_id, 'churn' as model,
        case when lifecycle = 'at-risk' then 0.55 + (margin_12m::integer %% 40) / 100.0 else 0.1 end
          as score, 0.82::double as confidence, 'v14' as version
      from gold.customer""";
}

package io.customer360.profile;

/// The gold tables a profile reads, empty, and a customer by a few words.
final class GoldTables {
  private GoldTables() {}

  static void create(MemoryLake lake) {
    lake.sql(
        """
        create table gold.customer (customer_id varchar, full_name varchar, first_name varchar,
          last_name varchar, email varchar, phone varchar, loyalty_id varchar, birth_date date,
          address varchar, postcode varchar, city varchar, country varchar, zone varchar,
          tier varchar, points integer, points_to_next integer, points_expire_on date,
          tier_since date, customer_since date, source_records integer, lifecycle varchar,
          value_tier varchar, orders bigint, revenue decimal(14,2), margin decimal(14,2),
          revenue_12m decimal(14,2), margin_12m decimal(14,2), orders_12m bigint,
          first_order_at timestamp, last_order_at timestamp, usual_gap_days double,
          favourite_channel varchar, favourite_category varchar, late_deliveries_60d integer,
          open_tickets integer, last_rating integer, last_email_open_at timestamp, trust double,
          trust_reliability double, trust_freshness double, trust_agreement double,
          trust_completeness double);
        create table gold.orders (order_id varchar, customer_id varchar, ordered_at timestamp,
          channel varchar, store_id varchar, items bigint, revenue decimal(14,2),
          margin decimal(14,2), discount decimal(14,2), late_days integer, carrier varchar,
          is_return boolean);
        create table gold.order_line (order_id varchar, customer_id varchar, ordered_at timestamp,
          category varchar, quantity integer, revenue decimal(14,2), is_return boolean);
        create table gold.engagement (message_id varchar, customer_id varchar,
          occurred_at timestamp, channel varchar, kind varchar, campaign varchar, subject varchar);
        create table gold.service_ticket (ticket_id varchar, customer_id varchar,
          opened_at timestamp, closed_at timestamp, channel varchar, topic varchar,
          subject varchar, body varchar, rating integer, order_id varchar, sentiment double);
        create table gold.loyalty_movement (movement_id varchar, customer_id varchar,
          moved_at timestamp, kind varchar, points integer, order_id varchar);
        create table gold.event (event_id varchar, customer_id varchar, occurred_at timestamp,
          event_type varchar, channel varchar, session_id varchar, sku varchar);
        create table gold.shipment (order_id varchar, customer_id varchar,
          delivered_at timestamp, days_late integer);
        create table gold.consent (customer_id varchar, purpose varchar, channel varchar,
          status varchar, recorded_at timestamp, source varchar, records integer);
        create table silver.consent (source_person_id varchar, purpose varchar, channel varchar,
          status varchar, recorded_at timestamp);
        create table gold.timeline (customer_id varchar, ts timestamp, domain varchar,
          kind varchar, channel varchar, title varchar, detail varchar, amount decimal(14,2),
          ref varchar, tone varchar, file varchar, line bigint);
        create table gold.score (customer_id varchar, model varchar, score double, low double,
          high double, confidence double, version varchar, as_of timestamp);
        create table gold.score_reason (customer_id varchar, model varchar, position integer,
          feature varchar, label varchar, value double, contribution double);
        create table gold.segment_member (customer_id varchar, segment varchar, since date);
        create table gold.identity_link (source_person_id varchar, customer_id varchar,
          rule varchar, matched_with varchar, category varchar, identifier varchar);
        create table gold.golden_field (customer_id varchar, field varchar, value varchar,
          source varchar, rule varchar, source_person_id varchar, file varchar, line bigint,
          recorded_at timestamp, others json, agreeing integer, considered integer,
          reliability double);
        create table silver.source_person (source_person_id varchar, source varchar,
          source_key varchar, full_name varchar, first_name varchar, last_name varchar,
          email varchar, phone varchar, created_at timestamp, updated_at timestamp,
          _file varchar, _line bigint);
        create table ops.proposal (decision_id varchar, customer_id varchar, title varchar,
          action_name varchar, channel varchar, state varchar, created_at timestamp);
        create table ops.outcome (idempotency_key varchar, customer_id varchar,
          amount decimal(14,2));
        create table ops.outbox (idempotency_key varchar, decision_id varchar);
        create table ops.customer_registry (anchor varchar, customer_id varchar, number bigint)
        """);
  }

  static void customer(
      MemoryLake lake, int number, String name, String email, String phone, String postcode) {
    customer(lake, number, name, email, phone, postcode, 0);
  }

  static void customer(
      MemoryLake lake,
      int number,
      String name,
      String email,
      String phone,
      String postcode,
      int revenue) {
    lake.sql(
        """
        insert into gold.customer (customer_id, full_name, first_name, email, phone, postcode,
          lifecycle, value_tier, orders, revenue, margin, revenue_12m, margin_12m, orders_12m,
          source_records, trust, trust_reliability, trust_freshness, trust_agreement,
          trust_completeness)
        values ('%s', '%s', '%s', '%s', '%s', '%s', 'active', 'mid', 0, %d, 0, %d, %d, 0, 1,
          0.8, 1, 1, 1, 0.8)
        """
            .formatted(
                LakeProfiles.id(number),
                name.replace("'", "''"),
                name.replace("'", "''").split(" ")[0],
                email,
                phone,
                postcode,
                revenue,
                revenue,
                revenue / 2));
  }
}

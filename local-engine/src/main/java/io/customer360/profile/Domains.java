package io.customer360.profile;

import static io.customer360.profile.DomainTable.columns;
import static io.customer360.profile.ValueKind.COUNT;
import static io.customer360.profile.ValueKind.DATE;
import static io.customer360.profile.ValueKind.MONEY;
import static io.customer360.profile.ValueKind.NUMBER;
import static io.customer360.profile.ValueKind.SHARE;
import static io.customer360.profile.ValueKind.TEXT;
import static io.customer360.profile.ValueKind.TIME;

import java.util.List;

/// What the six tabs beside Identity show.
final class Domains {
  private Domains() {}

  static final DomainTable TRANSACTIONS =
      new DomainTable(
          Domain.TRANSACTIONS,
          "gold.orders",
          """
          select ordered_at, order_id, channel, store_id, items, revenue, margin, discount, late_days
          from gold.orders where customer_id = ? order by ordered_at desc, order_id limit 200
          """,
          columns(
              "Ordered",
              TIME,
              "Order",
              TEXT,
              "Channel",
              TEXT,
              "Store",
              TEXT,
              "Items",
              COUNT,
              "Revenue",
              MONEY,
              "Margin",
              MONEY,
              "Discount",
              MONEY,
              "Days late",
              COUNT),
          """
          select count(*),
            count(*) filter (where not is_return),
            count(*) filter (where is_return),
            sum(revenue),
            (avg(revenue) filter (where not is_return))::decimal(14,2),
            mode(channel order by channel),
            max(ordered_at) filter (where not is_return),
            count(*) filter (where late_days > 0)
          from gold.orders where customer_id = ?
          """,
          columns(
              "Orders",
              COUNT,
              "Returns",
              COUNT,
              "Revenue",
              MONEY,
              "Average order",
              MONEY,
              "Usual channel",
              TEXT,
              "Last order",
              TIME,
              "Arrived late",
              COUNT));

  static final DomainTable ENGAGEMENT =
      new DomainTable(
          Domain.ENGAGEMENT,
          "gold.engagement",
          """
          select occurred_at, channel, kind, campaign, subject
          from gold.engagement where customer_id = ?
          order by occurred_at desc, message_id, kind limit 200
          """,
          columns("When", TIME, "Channel", TEXT, "What", TEXT, "Campaign", TEXT, "Subject", TEXT),
          """
          select count(*),
            count(*) filter (where kind = 'sent'),
            count(*) filter (where kind = 'opened'),
            count(*) filter (where kind = 'clicked'),
            count(*) filter (where kind = 'opened' and channel = 'email')
              / nullif(count(*) filter (where kind = 'sent' and channel = 'email'), 0),
            max(occurred_at) filter (where kind = 'opened'),
            count(*) filter (where kind = 'bounced'),
            count(*) filter (where kind = 'unsubscribed')
          from gold.engagement where customer_id = ?
          """,
          columns(
              "Sent",
              COUNT,
              "Opened",
              COUNT,
              "Clicked",
              COUNT,
              "E-mails opened",
              SHARE,
              "Last opened",
              TIME,
              "Bounced",
              COUNT,
              "Unsubscribed",
              COUNT));

  static final DomainTable SERVICE =
      new DomainTable(
          Domain.SERVICE,
          "gold.service_ticket",
          """
          select opened_at, ticket_id, channel, topic, subject, rating, sentiment, closed_at, order_id
          from gold.service_ticket where customer_id = ?
          order by opened_at desc, ticket_id limit 200
          """,
          columns(
              "Opened",
              TIME,
              "Ticket",
              TEXT,
              "Channel",
              TEXT,
              "Topic",
              TEXT,
              "Subject",
              TEXT,
              "Rating",
              COUNT,
              "Sentiment",
              NUMBER,
              "Closed",
              TIME,
              "Order",
              TEXT),
          """
          select count(*),
            count(*) filter (where closed_at is null),
            avg(rating),
            arg_max(rating, opened_at),
            avg(sentiment),
            median(date_diff('hour', opened_at, closed_at)) / 24.0
          from gold.service_ticket where customer_id = ?
          """,
          columns(
              "Open",
              COUNT,
              "Average rating",
              NUMBER,
              "Last rating",
              COUNT,
              "Sentiment",
              NUMBER,
              "Days to close",
              NUMBER));

  static final DomainTable LOYALTY =
      new DomainTable(
          Domain.LOYALTY,
          "gold.loyalty_movement",
          """
          select moved_at, kind, points, order_id
          from gold.loyalty_movement where customer_id = ?
          order by moved_at desc, movement_id limit 200
          """,
          columns("When", TIME, "What", TEXT, "Points", COUNT, "Order", TEXT),
          """
          select moved, tier, points, points_to_next, points_expire_on, tier_since, loyalty_id
          from gold.customer,
            (select count(*) as moved from gold.loyalty_movement where customer_id = ?)
          where customer_id = ?
          """,
          columns(
              "Tier",
              TEXT,
              "Points",
              COUNT,
              "To next tier",
              COUNT,
              "Points expire",
              DATE,
              "Tier since",
              DATE,
              "Loyalty id",
              TEXT));

  /// Money by month.
  static final DomainTable FINANCIAL =
      new DomainTable(
          Domain.FINANCIAL,
          "gold.orders",
          """
          select date_trunc('month', ordered_at)::date as month,
            count(*) filter (where not is_return), sum(revenue), sum(margin), sum(discount),
            coalesce(-sum(revenue) filter (where is_return), 0)::decimal(14,2)
          from gold.orders where customer_id = ?
          group by month order by month desc limit 200
          """,
          columns(
              "Month",
              DATE,
              "Orders",
              COUNT,
              "Revenue",
              MONEY,
              "Margin",
              MONEY,
              "Discount",
              MONEY,
              "Returned",
              MONEY),
          """
          select months, revenue_12m, margin_12m, revenue, margin, share
          from gold.customer,
            (select count(distinct date_trunc('month', ordered_at)) as months,
              sum(discount) filter (where not is_return)
                / nullif(sum(discount + revenue) filter (where not is_return), 0) as share
              from gold.orders where customer_id = ?)
          where customer_id = ?
          """,
          columns(
              "Revenue, 12 months",
              MONEY,
              "Margin, 12 months",
              MONEY,
              "Revenue, all time",
              MONEY,
              "Margin, all time",
              MONEY,
              "Discount share",
              SHARE));

  static final DomainTable DIGITAL =
      new DomainTable(
          Domain.DIGITAL,
          "gold.event",
          """
          select occurred_at, event_type, channel, session_id, sku
          from gold.event where customer_id = ?
          order by occurred_at desc, event_id limit 200
          """,
          columns("When", TIME, "What", TEXT, "Channel", TEXT, "Session", TEXT, "Product", TEXT),
          """
          select count(*),
            count(distinct session_id),
            max(occurred_at),
            mode(channel order by channel),
            count(distinct sku)
          from gold.event where customer_id = ?
          """,
          columns(
              "Sessions", COUNT, "Last seen", TIME, "Usual channel", TEXT, "Products seen", COUNT));

  static final List<DomainTable> BESIDE_IDENTITY =
      List.of(TRANSACTIONS, ENGAGEMENT, SERVICE, LOYALTY, FINANCIAL, DIGITAL);
}

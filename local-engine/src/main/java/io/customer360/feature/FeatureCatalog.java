package io.customer360.feature;

import static io.customer360.feature.FeatureShape.LINEAR;
import static io.customer360.feature.FeatureShape.LOG;

import java.util.List;
import java.util.Optional;

/// Every feature with its meaning, and the facts they are explained as. The columns are those of
/// `gold.feature`.
///
/// decision: features are one fact only where what is said of them is one sentence. How long the
/// last order is ago is told beside how often somebody orders: a keen buyer who has gone quiet is
/// both, and each pulls the other way.
public final class FeatureCatalog {
  private static final double YEARS = 3650;
  private static final double MONEY = 1e7;

  private static final List<FeatureDefinition> FEATURES =
      List.of(
          new FeatureDefinition(
              "recency_days",
              "Days since last order",
              "days",
              "Days from the last order to the day.",
              "order_timing",
              LOG,
              0,
              YEARS),
          new FeatureDefinition(
              "recency_ratio",
              "Time since the last order against the usual gap",
              "times",
              "Days since the last order divided by the mean gap between orders.",
              "order_timing",
              LOG,
              0,
              20),
          new FeatureDefinition(
              "overdue_gaps",
              "Overdue against the usual gap",
              "gaps",
              "By how many usual gaps the next order is overdue; 0 while it is not.",
              "order_timing",
              LOG,
              0,
              20),
          new FeatureDefinition(
              "rhythm_log_odds",
              "Silence to be expected",
              "log-odds",
              "Log-odds of no order in 90 days from the customer's own buying rhythm alone.",
              "order_timing",
              LINEAR,
              -7,
              7),
          new FeatureDefinition(
              "gap_mean_days",
              "Usual gap between orders",
              "days",
              "Mean days between one order and the next, same-day orders not counted.",
              "order_frequency",
              LOG,
              0,
              YEARS),
          new FeatureDefinition(
              "gap_sd_days",
              "How much the gap varies",
              "days",
              "Standard deviation of the days between orders.",
              "order_frequency",
              LOG,
              0,
              YEARS),
          new FeatureDefinition(
              "orders_90d",
              "Orders in 90 days",
              "orders",
              "Orders in the 90 days before the day.",
              "order_frequency",
              LOG,
              0,
              60),
          new FeatureDefinition(
              "orders_365d",
              "Orders in a year",
              "orders",
              "Orders in the 365 days before the day.",
              "order_frequency",
              LOG,
              0,
              200),
          new FeatureDefinition(
              "orders_total",
              "Orders ever",
              "orders",
              "All orders up to the day.",
              "order_frequency",
              LOG,
              0,
              1000),
          new FeatureDefinition(
              "revenue_365d",
              "Spent in a year",
              "money",
              "Revenue of the orders in the 365 days before the day.",
              "spend",
              LOG,
              0,
              MONEY),
          new FeatureDefinition(
              "margin_365d",
              "Margin in a year",
              "money",
              "Margin of the orders in the 365 days before the day.",
              "spend",
              LOG,
              -MONEY,
              MONEY),
          new FeatureDefinition(
              "tenure_days",
              "Customer for",
              "days",
              "Days from the first order to the day.",
              "tenure",
              LOG,
              0,
              YEARS),
          new FeatureDefinition(
              "late_60d",
              "Late deliveries in 60 days",
              "deliveries",
              "Deliveries of the last 60 days that came after the promised day.",
              "late_deliveries",
              LINEAR,
              0,
              3),
          new FeatureDefinition(
              "emails_90d",
              "E-mails sent in 90 days",
              "e-mails",
              "E-mails sent in the 90 days before the day.",
              "email",
              LOG,
              0,
              100),
          new FeatureDefinition(
              "email_opens_90d",
              "E-mails opened in 90 days",
              "opens",
              "E-mails opened in the 90 days before the day.",
              "email",
              LOG,
              0,
              100),
          new FeatureDefinition(
              "email_open_decay",
              "E-mail attention",
              "points",
              "Opens of a year, each worth half as much for every 30 days gone by.",
              "email",
              LOG,
              0,
              60),
          new FeatureDefinition(
              "days_since_open",
              "Days since an e-mail was opened",
              "days",
              "Days from the last opened e-mail to the day.",
              "email",
              LOG,
              0,
              730),
          new FeatureDefinition(
              "email_trend",
              "Trend of e-mail opens",
              "deviations",
              "Opens of the last 30 days against the share opened in the 180 days before them.",
              "email",
              LINEAR,
              -4,
              4),
          new FeatureDefinition(
              "unsubscribed",
              "Unsubscribed",
              "times",
              "How often the customer unsubscribed up to the day.",
              "email",
              LINEAR,
              0,
              1),
          new FeatureDefinition(
              "sms_clicks_90d",
              "SMS clicks in 90 days",
              "clicks",
              "Links in SMS clicked in the 90 days before the day.",
              "sms",
              LOG,
              0,
              20),
          new FeatureDefinition(
              "tickets_90d",
              "Service tickets in 90 days",
              "tickets",
              "Tickets opened in the 90 days before the day.",
              "service",
              LINEAR,
              0,
              4),
          new FeatureDefinition(
              "open_tickets",
              "Open service tickets",
              "tickets",
              "Tickets opened up to the day and not closed by then.",
              "service",
              LINEAR,
              0,
              2),
          new FeatureDefinition(
              "last_rating",
              "Last service rating",
              "of 5",
              "The latest rating of a ticket of the last 365 days.",
              "satisfaction",
              LINEAR,
              1,
              5),
          new FeatureDefinition(
              "sentiment",
              "Tone of service messages",
              "-1 to 1",
              "Mean sentiment of the tickets of the last 180 days.",
              "satisfaction",
              LINEAR,
              -1,
              1),
          new FeatureDefinition(
              "visits_30d",
              "Visits in 30 days",
              "visits",
              "Sessions in the app or on the site in the 30 days before the day.",
              "visits",
              LOG,
              0,
              100),
          new FeatureDefinition(
              "visit_trend",
              "Trend of visits",
              "deviations",
              "Visits of the last 30 days against what the 180 days before them lead to expect.",
              "visit_trend",
              LINEAR,
              -4,
              4),
          new FeatureDefinition(
              "online_share",
              "Share of orders online",
              "share",
              "Share of all orders placed on the web or in the app.",
              "channel_mix",
              LINEAR,
              0,
              1),
          new FeatureDefinition(
              "discount_share",
              "Share of discount",
              "share",
              "Discount as a share of the undiscounted price of a year's orders.",
              "discount",
              LINEAR,
              0,
              0.6),
          new FeatureDefinition(
              "return_share",
              "Share returned",
              "share",
              "Value returned as a share of the value bought in a year.",
              "returns",
              LINEAR,
              0,
              1),
          new FeatureDefinition(
              "categories_365d",
              "Product categories in a year",
              "categories",
              "Different product categories bought in the 365 days before the day.",
              "breadth",
              LOG,
              0,
              30),
          new FeatureDefinition(
              "points_earned_365d",
              "Loyalty points earned in a year",
              "points",
              "Points earned in the 365 days before the day; empty outside the loyalty programme.",
              "loyalty",
              LOG,
              0,
              1e6));

  private final List<FeatureReason> reasons;

  /// `currency` is an ISO code; money in the reasons is written with its sign.
  public FeatureCatalog(String currency) {
    this.reasons = new ReasonWords(currency).reasons();
  }

  public List<FeatureDefinition> features() {
    return FEATURES;
  }

  public List<FeatureReason> reasons() {
    return reasons;
  }

  public Optional<FeatureDefinition> feature(String column) {
    return FEATURES.stream().filter(f -> f.column().equals(column)).findFirst();
  }

  public Optional<FeatureReason> reason(String name) {
    return reasons.stream().filter(r -> r.name().equals(name)).findFirst();
  }

  public List<String> columns() {
    return names();
  }

  /// The columns, whatever the currency they are told in.
  public static List<String> names() {
    return FEATURES.stream().map(FeatureDefinition::column).toList();
  }
}

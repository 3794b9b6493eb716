package io.customer360.feature;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Says each reason with the customer's own numbers, short enough for the bar of a chart.
final class ReasonWords {
  private static final int RECENT_OPEN_DAYS = 14;

  private final String money;

  ReasonWords(String currency) {
    this.money = sign(currency);
  }

  List<FeatureReason> reasons() {
    return List.of(
        new FeatureReason(
            "order_timing", "Time since the last order", "recency_days", this::timing),
        reason("order_frequency", "How often they order", "orders_365d", this::frequency),
        reason("spend", "Spent in a year", "revenue_365d", this::spend),
        new FeatureReason("tenure", "Time as a customer", "tenure_days", this::tenure),
        reason("late_deliveries", "Late deliveries", "late_60d", this::late),
        new FeatureReason("email", "Attention to e-mail", "days_since_open", this::email),
        reason("sms", "Attention to SMS", "sms_clicks_90d", this::sms),
        reason("service", "Service tickets", "tickets_90d", this::service),
        reason("satisfaction", "Service rating and tone", "last_rating", this::rating),
        reason("visits", "Visits in the app and on the site", "visits_30d", this::visits),
        reason("visit_trend", "Visits against those before", "visit_trend", this::trend),
        reason("channel_mix", "Share of orders online", "online_share", this::online),
        reason("discount", "Use of discounts", "discount_share", this::discount),
        reason("returns", "Returns", "return_share", this::returns),
        reason("breadth", "Range of categories", "categories_365d", this::breadth),
        reason("loyalty", "Loyalty points", "points_earned_365d", this::loyalty));
  }

  private static FeatureReason reason(
      String name, String label, String main, Function<FeatureRow, String> words) {
    return new FeatureReason(name, label, main, (row, asOf) -> words.apply(row));
  }

  /// The days between the date of something and today's, which is how people count: 36.5 days that
  /// began in the evening are 37.
  private static long days(double gone, Instant asOf) {
    Instant then =
        asOf.truncatedTo(ChronoUnit.HOURS).minus(Math.round(gone * 24), ChronoUnit.HOURS);
    return ChronoUnit.DAYS.between(
        LocalDate.ofInstant(then, ZoneOffset.UTC), LocalDate.ofInstant(asOf, ZoneOffset.UTC));
  }

  private String timing(FeatureRow row, Instant asOf) {
    if (!row.has("recency_days")) {
      return "Has not ordered yet";
    }
    String since = count(days(row.get("recency_days"), asOf), "day", "days") + " since order";
    return row.has("gap_mean_days")
        ? since + ", usually " + whole(row.get("gap_mean_days"))
        : since + ", ordered once";
  }

  private String frequency(FeatureRow row) {
    double year = row.get("orders_365d");
    if (year == 0) {
      return "No order in a year";
    }
    double quarter = row.get("orders_90d");
    return count(year, "order", "orders")
        + " in a year, "
        + (quarter == 0 ? "none" : whole(quarter))
        + " in 90 days";
  }

  private String spend(FeatureRow row) {
    double spent = row.get("revenue_365d");
    return spent == 0 ? "Nothing spent in a year" : "Spent " + money + whole(spent) + " in a year";
  }

  private String tenure(FeatureRow row, Instant asOf) {
    if (!row.has("tenure_days")) {
      return "Not a buyer yet";
    }
    double days = row.get("tenure_days");
    if (days < 60) {
      return "Customer for " + count(days(days, asOf), "day", "days");
    }
    return days < 730
        ? "Customer for " + count(Math.floor(days / 30.44), "month", "months")
        : "Customer for " + count(Math.floor(days / 365.25), "year", "years");
  }

  private String late(FeatureRow row) {
    double late = row.get("late_60d");
    return late == 0
        ? "No late delivery in 60 days"
        : count(late, "late delivery", "late deliveries") + " in 60 days";
  }

  private String email(FeatureRow row, Instant asOf) {
    if (row.get("unsubscribed") > 0) {
      return "Unsubscribed from e-mail";
    }
    if (!row.has("days_since_open")) {
      return row.get("emails_90d") > 0 ? "Never opened an e-mail" : "No e-mail sent in 90 days";
    }
    long days = days(row.get("days_since_open"), asOf);
    return days > RECENT_OPEN_DAYS
        ? "No e-mail opened for " + whole(days) + " days"
        : count(row.get("email_opens_90d"), "e-mail", "e-mails") + " opened in 90 days";
  }

  private String sms(FeatureRow row) {
    double clicks = row.get("sms_clicks_90d");
    return clicks == 0
        ? "No SMS clicked in 90 days"
        : count(clicks, "SMS click", "SMS clicks") + " in 90 days";
  }

  private String service(FeatureRow row) {
    double tickets = row.get("tickets_90d");
    double open = row.get("open_tickets");
    if (tickets == 0) {
      return open == 0
          ? "No ticket in 90 days"
          : count(open, "old ticket", "old tickets") + " open";
    }
    String opened = count(tickets, "ticket", "tickets") + " in 90 days";
    return open == 0 ? opened : opened + ", " + whole(open) + " open";
  }

  private String rating(FeatureRow row) {
    if (row.has("last_rating")) {
      double rating = row.get("last_rating");
      return (rating <= 2 ? "Complaint, rated " : "Service rated ") + whole(rating) + " of 5";
    }
    if (row.has("sentiment") && Math.abs(row.get("sentiment")) >= 0.2) {
      return row.get("sentiment") < 0 ? "Unhappy tone in messages" : "Friendly tone in messages";
    }
    return "No service rating";
  }

  private String visits(FeatureRow row) {
    double visits = row.get("visits_30d");
    return visits == 0 ? "No visit in 30 days" : count(visits, "visit", "visits") + " in 30 days";
  }

  private String trend(FeatureRow row) {
    double trend = row.get("visit_trend");
    return trend > 1
        ? "More visits than before"
        : trend < -0.7 ? "Fewer visits than before" : "As many visits as before";
  }

  private String online(FeatureRow row) {
    if (!row.has("online_share")) {
      return "No order yet";
    }
    return percent(row.get("online_share")) + " of orders online";
  }

  private String discount(FeatureRow row) {
    if (!row.has("discount_share") || row.get("discount_share") < 0.005) {
      return "Buys without discounts";
    }
    return "Discounts of " + percent(row.get("discount_share")) + " on what they buy";
  }

  private String returns(FeatureRow row) {
    if (!row.has("return_share") || row.get("return_share") < 0.005) {
      return "No returns in a year";
    }
    return percent(row.get("return_share")) + " of purchases returned";
  }

  private String breadth(FeatureRow row) {
    double categories = row.get("categories_365d");
    return categories == 0
        ? "No category bought in a year"
        : "Buys from " + count(categories, "category", "categories");
  }

  private String loyalty(FeatureRow row) {
    if (!row.has("points_earned_365d")) {
      return "No loyalty points so far";
    }
    return "Earned " + count(row.get("points_earned_365d"), "point", "points") + " in a year";
  }

  private static String count(double n, String one, String many) {
    return whole(n) + " " + (Math.round(n) == 1 ? one : many);
  }

  private static String percent(double share) {
    return Math.round(share * 100) + "%";
  }

  /// A whole number with thousands separated: `12,480`.
  private static String whole(double value) {
    long n = Math.round(value);
    if (Math.abs(n) < 1000) {
      return Long.toString(n);
    }
    StringBuilder digits = new StringBuilder(Long.toString(n));
    for (int at = digits.length() - 3; at > (n < 0 ? 1 : 0); at -= 3) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }

  private static String sign(String currency) {
    try {
      String symbol = Currency.getInstance(currency).getSymbol(Locale.UK);
      return symbol.length() == 1 ? symbol : symbol + " ";
    } catch (IllegalArgumentException unknown) {
      return currency.isBlank() ? "" : currency + " ";
    }
  }
}

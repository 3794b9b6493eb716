package io.customer360.decision.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The facts that rules, amounts and messages may use: name, type, and words for explanations. It
/// is closed, so that a misspelt name is found when the text is read and not when a customer is
/// decided.
public final class Vocabulary {
  private static final Vocabulary CUSTOMER = build();

  private final Map<String, Fact> facts;

  /// @param words `orders in 12 months`
  /// @param unit `£`, `days`, or blank
  /// @param domain whose data it comes from, for evidence
  /// @param table the gold table it is read from
  public record Fact(
      String name, FactType type, String words, String unit, String domain, String table) {}

  private Vocabulary(Map<String, Fact> facts) {
    this.facts = facts;
  }

  /// The facts of a customer.
  public static Vocabulary customer() {
    return CUSTOMER;
  }

  public Optional<Fact> find(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  public List<Fact> all() {
    return List.copyOf(facts.values());
  }

  /// The known name closest to a misspelt one.
  String nearest(String name) {
    return facts.keySet().stream()
        .min(
            java.util.Comparator.comparingInt((String known) -> distance(known, name))
                .thenComparing(known -> known))
        .orElse("");
  }

  String names() {
    return facts.keySet().stream().sorted().collect(Collectors.joining(", "));
  }

  private static Vocabulary build() {
    Builder b = new Builder();
    b.from("identity", "gold.customer");
    b.text("customer_id", "customer number").text("full_name", "name");
    b.text("first_name", "first name").text("last_name", "last name");
    b.text("email", "e-mail address").text("phone", "phone number");
    b.text("address", "postal address").text("city", "city").text("country", "country");
    b.text("zone", "time zone").text("lifecycle", "lifecycle").text("value_tier", "value tier");
    b.number("customer_days", "time as a customer", "days");
    b.from("loyalty", "gold.customer");
    b.text("tier", "loyalty tier").number("points", "points", "");
    b.number("points_to_next", "points to the next tier", "");
    b.number("days_to_points_expiry", "time until points expire", "days");
    b.text("points_expire_on", "points expire on").text("loyalty_id", "loyalty number");
    b.number("tier_days", "time in this tier", "days");
    b.from("transactions", "gold.orders");
    b.number("orders", "orders", "").number("orders_12m", "orders in 12 months", "");
    b.number("revenue", "revenue", "money").number("revenue_12m", "revenue in 12 months", "money");
    b.number("margin", "margin", "money").number("margin_12m", "margin in 12 months", "money");
    b.number("average_order", "average order", "money");
    b.number("days_since_order", "time since the last order", "days");
    b.number("usual_gap_days", "usual gap between orders", "days");
    b.number("gap_ratio", "time since the last order, in usual gaps", "");
    b.text("favourite_channel", "favourite channel")
        .text("favourite_category", "favourite category");
    b.text("last_order_id", "last order");
    b.from("delivery", "gold.orders");
    b.number("late_deliveries_60d", "late deliveries in 60 days", "");
    b.text("last_late_order", "last late order").number("last_late_days", "days late", "days");
    b.text("last_late_carrier", "carrier of the last late order");
    b.from("service", "gold.service_ticket");
    b.number("open_tickets", "open tickets", "").number("last_rating", "last rating", "of 5");
    b.text("last_ticket", "last ticket").text("last_ticket_topic", "topic of the last ticket");
    b.number("last_sentiment", "mood of the last ticket", "");
    b.number("days_since_ticket", "time since the last ticket", "days");
    b.number("days_since_complaint", "time since the last complaint", "days");
    b.from("engagement", "gold.engagement");
    b.number("days_since_email_open", "time since an e-mail was opened", "days");
    b.from("recall", "gold.order_line");
    b.yesNo("recalled_product", "bought a recalled batch");
    b.text("recalled_name", "recalled product").text("recalled_sku", "recalled article");
    b.text("recalled_batch", "recalled batch")
        .text("recalled_order", "order with the recalled batch");
    b.number("recalled_revenue", "paid for the recalled product", "money");
    b.from("model", "gold.score");
    b.number("churn", "churn risk", "")
        .number("churn_confidence", "confidence of the churn score", "");
    b.number("propensity", "purchase propensity", "");
    b.number("propensity_confidence", "confidence of the propensity score", "");
    b.number("value_at_risk", "margin at risk", "money");
    b.from("identity", "gold.trust");
    b.number("trust", "trust in the profile", "");
    b.from("segments", "gold.segment_member");
    b.list("segments", "segments");
    return new Vocabulary(b.facts);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  private static final class Builder {
    final Map<String, Fact> facts = new LinkedHashMap<>();
    private String domain = "";
    private String table = "";

    void from(String nextDomain, String nextTable) {
      domain = nextDomain;
      table = nextTable;
    }

    Builder number(String name, String words, String unit) {
      return add(name, FactType.NUMBER, words, unit);
    }

    Builder text(String name, String words) {
      return add(name, FactType.TEXT, words, "");
    }

    Builder yesNo(String name, String words) {
      return add(name, FactType.YES_NO, words, "");
    }

    Builder list(String name, String words) {
      return add(name, FactType.LIST, words, "");
    }

    private Builder add(String name, FactType type, String words, String unit) {
      facts.put(name, new Fact(name, type, words, unit, domain, table));
      return this;
    }
  }
}

package io.customer360.studio.field;

import java.util.ArrayList;
import java.util.List;

/// The fields that come with the program. A field whose column the lake does not have is left out
/// when the catalog is read.
final class KnownFields {
  /// A field before its column's type is known.
  record Draft(
      String name,
      String title,
      String meaning,
      String group,
      FieldType type,
      String unit,
      String sql,
      String column) {}

  private final List<Draft> drafts = new ArrayList<>();

  private KnownFields() {}

  static List<Draft> customer() {
    KnownFields known = new KnownFields();
    known.loyalty();
    known.purchases();
    known.person();
    known.service();
    known.scores();
    return List.copyOf(known.drafts);
  }

  private void loyalty() {
    String group = "Loyalty";
    text("tier", "Loyalty tier", "Tier of the loyalty card held.", group);
    number("points", "Points", "Loyalty points held.", group, "points");
    number("points_to_next", "Points to the next tier", "Points missing.", group, "points");
    date("points_expire_on", "Points expire on", "The day the next points expire.", group);
    date("tier_since", "Tier since", "The day the tier was reached.", group);
  }

  private void purchases() {
    String group = "Purchases";
    text("lifecycle", "Lifecycle", "prospect, new, active, at-risk or churned by rhythm.", group);
    text("value_tier", "Value tier", "high, mid or low by margin of 12 months.", group);
    number("orders", "Orders ever", "Orders, returns not counted.", group, "orders");
    number("orders_12m", "Orders, 12 months", "Orders in 365 days.", group, "orders");
    number("revenue", "Revenue ever", "Revenue less returns.", group, "money");
    number("revenue_12m", "Revenue, 12 months", "Revenue of 365 days.", group, "money");
    number("margin", "Margin ever", "Margin less returns.", group, "money");
    number("margin_12m", "Margin, 12 months", "Margin of 365 days.", group, "money");
    derived(
        "quiet_days",
        "Days since order",
        "Whole days of 24 hours since the last order.",
        group,
        "days",
        "date_sub('day', c.last_order_at, as_of())",
        "last_order_at");
    number("usual_gap_days", "Usual gap", "Mean days between order days.", group, "days");
    moment("first_order_at", "First order", "When the first order was placed.", group);
    moment("last_order_at", "Last order", "When the last order was placed.", group);
    text("favourite_channel", "Favourite channel", "Where most orders were placed.", group);
    text("favourite_category", "Favourite category", "What most items belong to.", group);
    derived(
        "customer_months",
        "Months as a customer",
        "Completed months since first known.",
        group,
        "months",
        "date_sub('month', c.customer_since, as_of())",
        "customer_since");
    date("customer_since", "Customer since", "The day first known.", group);
  }

  private void person() {
    String group = "Person";
    text("customer_id", "Customer number", "The resolved customer's id.", group);
    text("full_name", "Name", "Full name of the golden record.", group);
    text("first_name", "First name", "First name of the golden record.", group);
    text("last_name", "Last name", "Last name of the golden record.", group);
    text("email", "E-mail", "E-mail address of the golden record.", group);
    text("phone", "Phone", "Phone number of the golden record.", group);
    text("loyalty_id", "Loyalty number", "Number of the loyalty card.", group);
    date("birth_date", "Birth date", "Day of birth.", group);
    derived(
        "age",
        "Age",
        "Completed years.",
        group,
        "years",
        "date_sub('year', c.birth_date, as_of())",
        "birth_date");
    text("address", "Address", "Street and number.", "Place");
    text("postcode", "Postcode", "Postal code.", "Place");
    drafts.add(
        new Draft(
            "postcode_area",
            "Postcode area",
            "The letters a British postcode begins with: LS for Leeds.",
            "Place",
            FieldType.TEXT,
            "",
            "nullif(regexp_extract(upper(c.postcode), '^[A-Z]{1,2}'), '')",
            "postcode"));
    text("city", "City", "Town of the golden record.", "Place");
    text("country", "Country", "ISO code of the country.", "Place");
    text("zone", "Time zone", "The person's time zone.", "Place");
    number("source_records", "Source records", "Records resolved to it.", group, "records");
    number("trust", "Trust", "Trust in the golden record, 0 to 1.", group, "score");
  }

  private void service() {
    String group = "Service";
    number("late_deliveries_60d", "Late deliveries in 60 d", "Came late.", group, "deliveries");
    number("open_tickets", "Open tickets", "Service tickets not closed.", group, "tickets");
    number("last_rating", "Last rating", "Rating of the last rated ticket, 1 to 5.", group, "");
    moment(
        "last_email_open_at", "Last e-mail open", "When an e-mail was last opened.", "Engagement");
  }

  private void scores() {
    drafts.add(
        new Draft(
            "churn_risk",
            "Churn risk",
            "Probability of leaving, 0 to 1.",
            "Scores",
            FieldType.NUMBER,
            "score",
            "churn.score",
            "score"));
    drafts.add(
        new Draft(
            "buys_30d",
            "Purchase propensity",
            "Probability of an order in 30 days, 0 to 1.",
            "Scores",
            FieldType.NUMBER,
            "score",
            "propensity.score",
            "score"));
  }

  private void text(String name, String title, String meaning, String group) {
    drafts.add(new Draft(name, title, meaning, group, FieldType.TEXT, "", "c." + name, name));
  }

  private void number(String name, String title, String meaning, String group, String unit) {
    drafts.add(new Draft(name, title, meaning, group, FieldType.NUMBER, unit, "c." + name, name));
  }

  private void derived(
      String name,
      String title,
      String meaning,
      String group,
      String unit,
      String sql,
      String column) {
    drafts.add(new Draft(name, title, meaning, group, FieldType.NUMBER, unit, sql, column));
  }

  private void date(String name, String title, String meaning, String group) {
    drafts.add(new Draft(name, title, meaning, group, FieldType.DATE, "", "c." + name, name));
  }

  private void moment(String name, String title, String meaning, String group) {
    drafts.add(new Draft(name, title, meaning, group, FieldType.MOMENT, "", "c." + name, name));
  }
}

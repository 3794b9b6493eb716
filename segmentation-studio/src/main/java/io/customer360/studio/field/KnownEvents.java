package io.customer360.studio.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The kinds of events that come with the program, as far as the lake has their tables.
final class KnownEvents {
  private final Map<String, Map<String, String>> tables;
  private final List<EventSource> found = new ArrayList<>();

  private KnownEvents(Map<String, Map<String, String>> tables) {
    this.tables = tables;
  }

  /// @param tables column types by column by table of gold
  static List<EventSource> in(Map<String, Map<String, String>> tables) {
    KnownEvents events = new KnownEvents(tables);
    events.purchases();
    events.behaviour();
    events.service();
    return List.copyOf(events.found);
  }

  private void purchases() {
    List<Field> order =
        fields(
            "orders",
            text("channel", "Channel"),
            number("revenue", "Worth", "money"),
            number("margin", "Margin", "money"),
            number("discount", "Discount", "money"),
            number("items", "Items", "items"),
            number("late_days", "Days late", "days"),
            text("carrier", "Carrier"),
            text("store_id", "Store"),
            truth("has_recalled", "Holds a recalled batch"),
            text("recalled_batch", "Recalled batch"));
    add("orders", "Orders", "order", "orders", "ordered_at", "is_return", false, order);
    add("returns", "Returns", "return", "orders", "ordered_at", "is_return", true, order);
    List<Field> line =
        fields(
            "order_line",
            text("category", "Category"),
            text("product_name", "Product"),
            text("sku", "Article"),
            text("batch", "Batch"),
            text("promotion", "Promotion"),
            text("channel", "Channel"),
            text("store_id", "Store"),
            number("quantity", "Quantity", "items"),
            number("revenue", "Worth", "money"),
            number("margin", "Margin", "money"),
            number("discount", "Discount", "money"));
    add(
        "purchases",
        "Products bought",
        "order line",
        "order_line",
        "ordered_at",
        "is_return",
        false,
        line);
  }

  private void behaviour() {
    add(
        "messages",
        "Messages",
        "message event",
        "engagement",
        "occurred_at",
        "",
        false,
        fields(
            "engagement",
            text("channel", "Channel"),
            text("kind", "What happened"),
            text("campaign", "Campaign"),
            text("subject", "Subject")));
    add(
        "events",
        "Web and app events",
        "event",
        "event",
        "occurred_at",
        "",
        false,
        fields(
            "event",
            text("event_type", "Type"),
            text("channel", "Channel"),
            text("sku", "Article"),
            text("page", "Page"),
            number("seconds", "Seconds", "seconds")));
    add(
        "visits",
        "Visits",
        "visit",
        "session",
        "started_at",
        "",
        false,
        fields(
            "session",
            text("channel", "Channel"),
            number("events", "Steps", "steps"),
            number("products_viewed", "Products viewed", "products"),
            number("products_added", "Products added", "products"),
            truth("checkout", "Reached the checkout"),
            truth("ordered", "Led to an order")));
    add(
        "points",
        "Points movements",
        "points movement",
        "loyalty_movement",
        "moved_at",
        "",
        false,
        fields("loyalty_movement", text("kind", "Kind"), number("points", "Points", "points")));
  }

  private void service() {
    add(
        "deliveries",
        "Deliveries",
        "delivery",
        "shipment",
        "delivered_at",
        "",
        false,
        fields("shipment", text("carrier", "Carrier"), number("days_late", "Days late", "days")));
    add(
        "tickets",
        "Service tickets",
        "service ticket",
        "service_ticket",
        "opened_at",
        "",
        false,
        fields(
            "service_ticket",
            text("topic", "Topic"),
            text("channel", "Channel"),
            number("rating", "Rating", ""),
            number("sentiment", "Tone", ""),
            moment("closed_at", "Closed")));
  }

  private void add(
      String name,
      String title,
      String one,
      String table,
      String time,
      String only,
      boolean flagged,
      List<Field> fields) {
    Map<String, String> columns = tables.getOrDefault(table, Map.of());
    if (columns.containsKey(time) && (only.isEmpty() || columns.containsKey(only))) {
      found.add(new EventSource(name, title, one, "gold." + table, time, only, flagged, fields));
    }
  }

  private List<Field> fields(String table, Field... wanted) {
    Map<String, String> columns = tables.getOrDefault(table, Map.of());
    List<Field> fields = new ArrayList<>();
    for (Field field : wanted) {
      String storage = columns.get(field.name());
      if (storage != null) {
        fields.add(
            new Field(
                field.name(),
                field.title(),
                field.meaning(),
                field.group(),
                field.type(),
                field.unit(),
                field.name(),
                storage));
      }
    }
    return fields;
  }

  private static Field text(String name, String title) {
    return new Field(name, title, "", "", FieldType.TEXT, "", name, "");
  }

  private static Field number(String name, String title, String unit) {
    return new Field(name, title, "", "", FieldType.NUMBER, unit, name, "");
  }

  private static Field truth(String name, String title) {
    return new Field(name, title, "", "", FieldType.TRUTH, "", name, "");
  }

  private static Field moment(String name, String title) {
    return new Field(name, title, "", "", FieldType.MOMENT, "", name, "");
  }
}

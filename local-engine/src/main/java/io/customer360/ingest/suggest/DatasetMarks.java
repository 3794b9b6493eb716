package io.customer360.ingest.suggest;

import io.customer360.lakehouse.Canonical;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The columns that tell a dataset from the others. Many files have a date, an e-mail address and a
/// customer's key; one with prices and quantities is of orders, one with names of people.
final class DatasetMarks {
  /// @param enough how many of the columns show it beyond doubt
  private record Marks(double enough, List<String> columns) {}

  private static final Map<String, Marks> OF =
      Map.ofEntries(
          marks(
              "person",
              1.8,
              "first_name",
              "last_name",
              "full_name",
              "birth_date",
              "address",
              "postcode"),
          marks(
              "transaction",
              1.8,
              "quantity",
              "unit_price",
              "sku",
              "product_name",
              "line_no",
              "currency"),
          marks("shipment", 1.8, "carrier", "shipped_at", "promised_at", "delivered_at"),
          marks("event", 1.8, "event_type", "anonymous_id", "session_id", "properties", "event_id"),
          marks(
              "loyalty_account",
              1.5,
              "tier",
              "points",
              "tier_since",
              "points_expire_on",
              "points_to_next",
              "enrolled_at"),
          marks("loyalty_movement", 1.8, "points", "kind", "loyalty_id"),
          marks("service_ticket", 1.8, "subject", "body", "topic", "closed_at", "rating"),
          marks("engagement", 1.8, "kind", "campaign", "subject", "message_id"),
          marks("consent", 1.8, "purpose", "status", "evidence"),
          marks("product", 1.8, "name", "unit_price", "unit_cost", "stock", "category"),
          marks("store", 1.5, "name", "manager", "city", "zone"));

  private DatasetMarks() {}

  private static Map.Entry<String, Marks> marks(String dataset, double enough, String... columns) {
    return Map.entry(dataset, new Marks(enough, List.of(columns)));
  }

  /// @param score how sure a column of the dataset is found, 0 to 1
  /// @return 0 where none of its marks is there, 1 where enough are
  static double share(Canonical.Dataset dataset, ToDoubleFunction<String> score) {
    Marks marks = OF.get(dataset.name());
    return marks == null
        ? 1
        : Math.min(1, marks.columns().stream().mapToDouble(score).sum() / marks.enough());
  }
}

package io.customer360.studio.field;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Fields that say the same, or nearly so: the customer's table and the features count many things
/// twice.
public final class FieldKin {
  private static final List<Set<String>> SAME =
      List.of(
          Set.of("orders_12m", "orders_365d"),
          Set.of("orders", "orders_total"),
          Set.of("revenue_12m", "revenue_365d"),
          // the tier of value is cut from the margin
          Set.of("margin_12m", "margin_365d", "value_tier"),
          Set.of("quiet_days", "recency_days", "last_order_at"),
          Set.of("usual_gap_days", "gap_mean_days"),
          Set.of("late_deliveries_60d", "late_60d"),
          Set.of("customer_months", "customer_since"),
          Set.of("first_order_at", "tenure_days"),
          Set.of("city", "postcode", "postcode_area"));

  private FieldKin() {}

  /// The fields and whatever says the same as one of them.
  public static Set<String> of(Set<String> fields) {
    Set<String> all = new TreeSet<>(fields);
    SAME.stream().filter(group -> group.stream().anyMatch(fields::contains)).forEach(all::addAll);
    return all;
  }
}

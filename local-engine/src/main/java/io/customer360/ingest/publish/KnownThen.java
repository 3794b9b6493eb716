package io.customer360.ingest.publish;

import io.customer360.lakehouse.Canonical;
import io.customer360.lakehouse.Sql;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was known of a dataset's rows at a moment: rows of later days are left out, and of earlier
/// rows what was learnt later. What a source tells only as a state of today (points of a card) was
/// not known; what it does not date (a product, a store) is taken as it is.
public final class KnownThen {
  /// When a row came about.
  private static final Map<String, String> MOMENT =
      Map.ofEntries(
          Map.entry("person", "created_at"),
          Map.entry("transaction", "ordered_at"),
          Map.entry("shipment", "coalesce(shipped_at, promised_at)"),
          Map.entry("event", "occurred_at"),
          Map.entry("loyalty_account", "enrolled_at"),
          Map.entry("loyalty_movement", "moved_at"),
          Map.entry("service_ticket", "opened_at"),
          Map.entry("engagement", "occurred_at"),
          Map.entry("consent", "recorded_at"));

  /// Columns learnt at a later moment of the same row.
  private static final Map<String, Map<String, String>> LEARNT =
      Map.of(
          "person", Map.of("updated_at", "updated_at"),
          "shipment", Map.of("delivered_at", "delivered_at"),
          "service_ticket", Map.of("closed_at", "closed_at", "rating", "closed_at"),
          "loyalty_account", Map.of("tier", "tier_since", "tier_since", "tier_since"));

  /// States of today.
  private static final Map<String, Set<String>> STATES =
      Map.of("loyalty_account", Set.of("points", "points_to_next", "points_expire_on"));

  private final String until;

  public KnownThen(Instant until) {
    this.until =
        "cast("
            + Sql.literal(LocalDateTime.ofInstant(until, ZoneOffset.UTC).toString())
            + " as timestamp)";
  }

  /// The condition a row must meet, with a leading `where`; empty for a dataset without a moment.
  String where(Canonical.Dataset dataset) {
    String moment = MOMENT.get(dataset.name());
    return moment == null ? "" : "\nwhere coalesce(" + moment + " <= " + until + ", true)";
  }

  /// The dataset's columns as they were known, in their order.
  List<String> columns(Canonical.Dataset dataset) {
    return dataset.columns().stream().map(column -> column(dataset, column)).toList();
  }

  private String column(Canonical.Dataset dataset, Canonical.Column column) {
    String name = Sql.identifier(column.name());
    if (STATES.getOrDefault(dataset.name(), Set.of()).contains(column.name())) {
      return "cast(null as " + column.type() + ") as " + name;
    }
    String learnt = LEARNT.getOrDefault(dataset.name(), Map.of()).get(column.name());
    return learnt == null
        ? name
        : "case when coalesce("
            + learnt
            + " <= "
            + until
            + ", true) then "
            + name
            + " end as "
            + name;
  }
}

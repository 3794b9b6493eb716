package io.customer360.studio.segment;

import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import java.util.Map;
import java.util.Set;

/// The gold tables rules read, as far as their names say before the lake is looked at.
final class RuleTables {
  private static final Map<String, String> EVENTS =
      Map.of(
          "orders", "gold.orders",
          "returns", "gold.orders",
          "purchases", "gold.order_line",
          "messages", "gold.engagement",
          "events", "gold.event",
          "visits", "gold.session",
          "points", "gold.loyalty_movement",
          "deliveries", "gold.shipment",
          "tickets", "gold.service_ticket");

  private RuleTables() {}

  static void add(SegmentSource source, Set<String> tables) {
    if (source instanceof SegmentSource.StaticList) {
      tables.add("gold.identity_link");
    }
    if (!(source instanceof SegmentSource.Rules rules)) {
      return;
    }
    RuleTree.visit(
        rules.rule(),
        (place, rule) -> {
          switch (rule) {
            case Rule.Behaviour behaviour -> events(behaviour.occurrence().events(), tables);
            case Rule.Sequence sequence -> {
              events(sequence.first().events(), tables);
              events(sequence.then().events(), tables);
            }
            case Rule.Consent consent -> tables.add("gold.consent");
            case Rule.Attribute attribute -> tables.add("gold.feature");
            default -> {}
          }
        });
  }

  private static void events(String name, Set<String> tables) {
    String table = EVENTS.get(name);
    if (table != null) {
      tables.add(table);
    }
  }
}

package io.customer360.studio.count;

import io.customer360.job.Progress;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import io.customer360.studio.rule.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which columns counts need: those of a tree, and those the next change of it usually asks for.
final class Usual {
  private static final List<String> WORTH = List.of("margin_12m", "revenue_12m");
  private static final List<String> OFTEN =
      List.of(
          "tier",
          "lifecycle",
          "value_tier",
          "quiet_days",
          "usual_gap_days",
          "orders",
          "orders_12m",
          "revenue",
          "churn_risk",
          "buys_30d",
          "customer_months",
          "age",
          "country",
          "city",
          "favourite_channel",
          "favourite_category",
          "open_tickets",
          "points");

  /// A source of events and its details that rules ask for most.
  private record Often(String source, List<String> details) {}

  private static final List<Often> EVENTS =
      List.of(
          new Often("orders", List.of("channel", "revenue")),
          new Often("messages", List.of("kind", "channel")),
          new Often("events", List.of("event_type")));

  private Usual() {}

  /// One step of reading ahead.
  @FunctionalInterface
  interface Read {
    /// @return whether there was anything to read
    boolean run(FieldCatalog catalog, Columns columns, Progress progress);
  }

  /// The fields a tree asks of a customer, and what its people are worth.
  static Set<Field> fields(FieldCatalog catalog, Rule root) {
    Set<String> names = new LinkedHashSet<>(WORTH);
    RuleTree.visit(
        root,
        (place, rule) -> {
          if (rule instanceof Rule.Attribute attribute) {
            names.add(attribute.field());
            names.addAll(multiples(attribute.comparison()));
          }
        });
    return found(catalog, names);
  }

  private static List<String> multiples(Comparison comparison) {
    return comparison.values().stream()
        .filter(Value.Multiple.class::isInstance)
        .map(value -> ((Value.Multiple) value).field())
        .toList();
  }

  private static Set<Field> found(FieldCatalog catalog, Iterable<String> names) {
    Set<Field> found = new LinkedHashSet<>();
    names.forEach(name -> catalog.find(name).ifPresent(found::add));
    return found;
  }

  /// What to read ahead, the likeliest first, in steps a count can come between.
  static List<Read> reads(Rule root) {
    List<Read> reads = new ArrayList<>();
    reads.add(
        (catalog, columns, progress) -> {
          columns.read(fields(catalog, root), progress);
          return true;
        });
    reads.add(
        (catalog, columns, progress) -> {
          columns.read(found(catalog, OFTEN), progress);
          return true;
        });
    for (Often often : EVENTS) {
      reads.add(
          (catalog, columns, progress) ->
              source(catalog, often, columns)
                  .map(source -> columns.events(source, progress).whole())
                  .orElse(false));
      for (String detail : often.details()) {
        reads.add(
            (catalog, columns, progress) ->
                source(catalog, often, columns)
                    .map(source -> detail(source, detail, columns, progress))
                    .orElse(false));
      }
    }
    return reads;
  }

  /// Empty when there are no such events, or no room to spare for them.
  private static Optional<EventSource> source(FieldCatalog catalog, Often often, Columns columns) {
    return columns.roomy() ? catalog.findEvents(often.source()) : Optional.empty();
  }

  private static boolean detail(
      EventSource source, String name, Columns columns, Progress progress) {
    Field field = source.field(name).orElse(null);
    if (field == null) {
      return false;
    }
    if (field.type() == FieldType.TEXT) {
      return columns.texts(source, field, progress).isPresent();
    }
    return columns.numbers(source, field, progress).length > 0;
  }
}

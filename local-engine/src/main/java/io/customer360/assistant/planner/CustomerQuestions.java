package io.customer360.assistant.planner;

import io.customer360.assistant.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Questions about one customer named in them: why at risk, why not this action, may we e-mail him,
/// what did she buy.
final class CustomerQuestions {
  /// Words that ask for one side of a customer.
  private static final Map<String, String> ASPECTS =
      Map.ofEntries(
          Map.entry("orders", "orders"),
          Map.entry("revenue", "orders"),
          Map.entry("margin", "orders"),
          Map.entry("tickets", "tickets"),
          Map.entry("rating", "tickets"),
          Map.entry("points", "points"),
          Map.entry("late_deliveries", "deliveries"),
          Map.entry("deliveries", "deliveries"),
          Map.entry("messages", "messages"),
          Map.entry("returns", "orders"));

  private final Reading reading;

  CustomerQuestions(Reading reading) {
    this.reading = reading;
  }

  /// The plan when exactly one customer is named; null when none is.
  @Nullable Built build() {
    List<Item> named = reading.items.stream().filter(i -> i.can(Sense.PersonSense.class)).toList();
    if (named.isEmpty()) {
      return null;
    }
    if (named.size() > 1) {
      return Built.refused("One customer at a time can be looked at.");
    }
    Item item = named.getFirst();
    item.use();
    Sense.PersonSense person = item.as(Sense.PersonSense.class).orElseThrow();
    String id = person.customerId();
    int at = reading.items.indexOf(item);
    reading.chips.fixed(at, "customer", "customer", person.name() + " " + id);
    Optional<Item> why = reading.unused(Word.WHY, Word.WHY_NOT, Word.DRIVES);
    boolean not = reading.has(Word.WHY_NOT) || reading.has(Word.NOT);
    Optional<Item> action =
        reading.items.stream().filter(i -> i.can(Sense.ActionSense.class)).findFirst();
    boolean chosen = reading.has(Word.CHOSEN, Word.OFFERS, Word.WHY_NOT) || action.isPresent();
    if (why.isPresent() && not && chosen) {
      reading.take(
          Word.WHY, Word.WHY_NOT, Word.NOT, Word.CHOSEN, Word.OFFERS, Word.WITH, Word.WHICH);
      action.ifPresent(Item::use);
      String wanted =
          action
              .flatMap(i -> i.as(Sense.ActionSense.class))
              .map(Sense.ActionSense::action)
              .orElse("");
      tool("why not", wanted.isEmpty() ? "every action not chosen" : wanted.replace('-', ' '));
      return Built.of(new Plan.WhyNot(id, wanted));
    }
    if (why.isPresent() && !not) {
      return explain(id);
    }
    if (reading.take(Word.NEXT) || recommends()) {
      reading.take(Word.WHICH, Word.OFFERS, Word.PROPOSE);
      tool("profile", "next best action");
      return Built.of(new Plan.Profile(id, "next"));
    }
    if (reading.take(Word.CONSENT_OF)) {
      tool("profile", "consents");
      return Built.of(new Plan.Profile(id, "consent"));
    }
    if (reading.take(Word.SOURCES_OF)) {
      tool("profile", "source records");
      return Built.of(new Plan.Profile(id, "sources"));
    }
    return aspect(id);
  }

  private boolean recommends() {
    return reading.unused(Word.PROPOSE).isPresent() || reading.unused(Word.OFFERS).isPresent();
  }

  private Built explain(String id) {
    boolean propensity = false;
    boolean risk = false;
    for (Item item : reading.items) {
      if (item.used()) {
        continue;
      }
      String key =
          item.as(Sense.FilterSense.class)
              .map(Sense.FilterSense::key)
              .or(() -> item.as(Sense.MeasureSense.class).map(Sense.MeasureSense::key))
              .orElse("");
      switch (key) {
        case "at_risk", "churn_risk", "quiet", "lapsed" -> {
          risk = true;
          item.use();
        }
        case "likely_to_buy", "propensity" -> {
          propensity = true;
          item.use();
        }
        default -> {
          if (item.is(Word.LEAVE)) {
            risk = true;
            item.use();
          }
        }
      }
    }
    reading.take(Word.WHY, Word.DRIVES, Word.WITH, Word.TOP);
    if (risk == propensity) {
      return Built.refused("Ask why a customer is at risk, or why likely to buy.");
    }
    String model = propensity ? "propensity" : "churn";
    tool("explain", propensity ? "purchase propensity" : "churn risk");
    return Built.of(new Plan.Explain(id, model));
  }

  private Built aspect(String id) {
    boolean profile =
        reading.take(Word.PROFILE, Word.LIST, Word.HOW_MUCH, Word.HOW_MANY, Word.WHICH);
    String aspect = "";
    for (Item item : reading.items) {
      if (item.used()) {
        continue;
      }
      String measure = item.as(Sense.MeasureSense.class).map(Sense.MeasureSense::key).orElse("");
      String attribute =
          item.as(Sense.AttributeSense.class).map(Sense.AttributeSense::key).orElse("");
      String activity = item.as(Sense.ActivitySense.class).map(Sense.ActivitySense::key).orElse("");
      if (measure.equals("churn_risk") || item.can(Sense.FilterSense.class) && risk(item)) {
        item.use();
        tool("explain", "churn risk");
        return Built.of(new Plan.Explain(id, "churn"));
      }
      if (measure.equals("propensity")) {
        item.use();
        tool("explain", "purchase propensity");
        return Built.of(new Plan.Explain(id, "propensity"));
      }
      String found = ASPECTS.getOrDefault(measure.isEmpty() ? attribute : measure, "");
      if (found.isEmpty()) {
        found =
            switch (activity) {
              case "ordered", "bought", "returned" -> "orders";
              case "complained" -> "tickets";
              case "late", "delivered" -> "deliveries";
              case "opened", "clicked", "messaged" -> "messages";
              case "redeemed" -> "points";
              default ->
                  attribute.equals("open_tickets")
                      ? "tickets"
                      : attribute.equals("revenue_12m") ? "orders" : "";
            };
      }
      if (!found.isEmpty()) {
        aspect = found;
        item.use();
        reading.take(Word.LAST_OF);
      }
    }
    if (aspect.isEmpty() && !profile && reading.size() > 1 && unexplained()) {
      return Built.refused("It is not clear what is asked about this customer.");
    }
    tool("profile", aspect.isEmpty() ? "everything" : aspect);
    return Built.of(new Plan.Profile(id, aspect));
  }

  private boolean risk(Item item) {
    return item.as(Sense.FilterSense.class).filter(f -> f.key().equals("at_risk")).isPresent();
  }

  private boolean unexplained() {
    return reading.items.stream().anyMatch(i -> !i.used() && !i.is(Word.FILLER));
  }

  private void tool(String label, String words) {
    reading.chips.fixed(-1, "tool", label, words.toLowerCase(Locale.ROOT));
  }
}

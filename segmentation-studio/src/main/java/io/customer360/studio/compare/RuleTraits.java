package io.customer360.studio.compare;

import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.ConsentStatus;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Traits that are something done or agreed to, as rules.
final class RuleTraits {
  private static final int CATEGORIES = 12;

  private static final Map<String, String> CHANNELS =
      Map.of("email", "e-mail", "sms", "SMS", "post", "post", "call", "calls", "push", "the app");

  private RuleTraits() {}

  /// By title.
  ///
  /// @param categories of what is bought, the commonest first
  static Map<String, Rule> of(
      FieldCatalog catalog, List<String> channels, List<String> categories) {
    Map<String, Rule> traits = new LinkedHashMap<>();
    for (String channel : channels) {
      traits.put(
          "Agrees to " + CHANNELS.getOrDefault(channel, channel),
          new Rule.Consent("marketing", channel, ConsentStatus.YES));
    }
    done(catalog, traits, "Opened a service ticket in 90 days", "tickets", 90);
    done(catalog, traits, "Returned something in a year", "returns", 365);
    done(catalog, traits, "Visited in 30 days", "visits", 30);
    done(
        catalog,
        traits,
        "Late delivery in 60 days",
        "deliveries",
        60,
        new Occurrence.Detail("days_late", Comparison.of(Operator.AT_LEAST, 1)));
    done(
        catalog,
        traits,
        "Opened an e-mail in 30 days",
        "messages",
        30,
        new Occurrence.Detail("kind", Comparison.is("opened")),
        new Occurrence.Detail("channel", Comparison.is("email")));
    for (String category : categories.subList(0, Math.min(CATEGORIES, categories.size()))) {
      done(
          catalog,
          traits,
          "Bought " + category + " in a year",
          "purchases",
          365,
          new Occurrence.Detail("category", Comparison.is(category)));
    }
    return traits;
  }

  private static void done(
      FieldCatalog catalog,
      Map<String, Rule> traits,
      String title,
      String events,
      int days,
      Occurrence.Detail... details) {
    EventSource source = catalog.findEvents(events).orElse(null);
    List<Occurrence.Detail> all = new ArrayList<>(List.of(details));
    boolean known =
        source != null && all.stream().allMatch(one -> source.field(one.field()).isPresent());
    if (known) {
      traits.put(
          title,
          new Rule.Behaviour(
              new Occurrence(events, all, new Window.LastDays(days)),
              Measure.COUNT,
              Comparison.of(Operator.AT_LEAST, 1)));
    }
  }
}

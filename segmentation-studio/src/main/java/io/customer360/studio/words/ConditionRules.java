package io.customer360.studio.words;

import io.customer360.assistant.plan.Condition;
import io.customer360.assistant.plan.Period;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.ConsentStatus;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Occurrence;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.Value;
import io.customer360.studio.rule.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns the planner's conditions into rules that hold for the same customers.
final class ConditionRules {
  private static final Map<String, String> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("churn", "churn_risk"),
          Map.entry("propensity", "buys_30d"),
          Map.entry("points", "points"),
          Map.entry("points_to_next", "points_to_next"),
          Map.entry("margin_12m", "margin_12m"),
          Map.entry("revenue_12m", "revenue_12m"),
          Map.entry("orders", "orders"),
          Map.entry("late_deliveries", "late_deliveries_60d"),
          Map.entry("open_tickets", "open_tickets"),
          Map.entry("last_rating", "last_rating"),
          Map.entry("age", "age"),
          Map.entry("quiet_days", "quiet_days"),
          Map.entry("tenure_years", "customer_months"),
          Map.entry("trust", "trust"),
          Map.entry("source_records", "source_records"));

  private static final Set<String> DIMENSIONS =
      Set.of(
          "tier",
          "city",
          "country",
          "favourite_channel",
          "favourite_category",
          "lifecycle",
          "value_tier");

  private static final Map<String, Occurrence> ACTIVITIES =
      Map.ofEntries(
          Map.entry("ordered", events("orders")),
          Map.entry("bought", events("purchases")),
          Map.entry("returned", events("returns")),
          Map.entry("delivered", events("deliveries")),
          Map.entry("late", late()),
          Map.entry("complained", events("tickets")),
          Map.entry("opened", messages("opened", "email")),
          Map.entry("clicked", messages("clicked", "")),
          Map.entry("clicked_sms", messages("clicked", "sms")),
          Map.entry("messaged", messages("sent", "")),
          Map.entry("unsubscribed", messages("unsubscribed", "")),
          Map.entry("bounced", messages("bounced", "")),
          Map.entry("redeemed", redeemed()),
          Map.entry("visited", events("events")));

  private static final Map<String, String> DETAILS =
      Map.of(
          "channel", "channel",
          "category", "category",
          "product", "product_name",
          "batch", "batch",
          "promotion", "promotion",
          "carrier", "carrier",
          "campaign", "campaign",
          "topic", "topic");

  private final LocalDate today;
  private final boolean fixed;

  /// @param fixed whether a period that ends today begins on a day that stays, as in "since May";
  ///     else it moves along with today, as in "the last 90 days"
  ConditionRules(LocalDate today, boolean fixed) {
    this.today = today;
    this.fixed = fixed;
  }

  private static Occurrence events(String source) {
    return Occurrence.of(source, Window.ANYTIME);
  }

  private static Occurrence messages(String kind, String channel) {
    List<Occurrence.Detail> details = new ArrayList<>();
    details.add(new Occurrence.Detail("kind", Comparison.is(kind)));
    if (!channel.isEmpty()) {
      details.add(new Occurrence.Detail("channel", Comparison.is(channel)));
    }
    return new Occurrence("messages", details, Window.ANYTIME);
  }

  private static Occurrence late() {
    return Occurrence.of(
        "deliveries",
        Window.ANYTIME,
        new Occurrence.Detail("days_late", Comparison.of(Operator.AT_LEAST, 2)));
  }

  private static Occurrence redeemed() {
    return Occurrence.of(
        "points", Window.ANYTIME, new Occurrence.Detail("kind", Comparison.is("redeem")));
  }

  Rule rule(Condition condition) throws NotARule {
    return switch (condition) {
      case Condition.Threshold threshold -> threshold(threshold);
      case Condition.Is is -> is(is);
      case Condition.Did did -> did(did);
      case Condition.Consent consent -> {
        Rule rule =
            new Rule.Consent(
                consent.purpose(),
                consent.channel(),
                switch (consent.status()) {
                  case "yes" -> ConsentStatus.YES;
                  case "no" -> ConsentStatus.NO;
                  default -> ConsentStatus.NOT_ASKED;
                });
        yield consent.negated() ? Rule.none(rule) : rule;
      }
      case Condition.Has has ->
          new Rule.Attribute(
              has.field(), Comparison.of(has.negated() ? Operator.UNKNOWN : Operator.KNOWN));
    };
  }

  private static Rule is(Condition.Is is) throws NotARule {
    if (!DIMENSIONS.contains(is.dimension())) {
      throw new NotARule("there is no field " + is.dimension().replace('_', ' '));
    }
    Rule rule =
        new Rule.Attribute(is.dimension(), Comparison.is(is.values().toArray(String[]::new)));
    return is.negated() ? Rule.none(rule) : rule;
  }

  private static Rule threshold(Condition.Threshold threshold) throws NotARule {
    if (threshold.attribute().equals("points_expire_in")) {
      return expiry(threshold);
    }
    String field = ATTRIBUTES.get(threshold.attribute());
    if (field == null) {
      throw new NotARule("there is no field " + threshold.attribute().replace('_', ' '));
    }
    double unit = threshold.attribute().equals("tenure_years") ? 12 : 1;
    double value = threshold.value() * unit;
    Double upper = threshold.upper();
    if (upper != null) {
      if (threshold.negated()) {
        return Rule.any(
            new Rule.Attribute(field, Comparison.of(Operator.LESS_THAN, value)),
            new Rule.Attribute(field, Comparison.of(Operator.MORE_THAN, upper * unit)));
      }
      return new Rule.Attribute(
          field,
          Comparison.of(Operator.BETWEEN, Value.Number.of(value), Value.Number.of(upper * unit)));
    }
    return new Rule.Attribute(
        field, Comparison.of(operator(threshold.op(), threshold.negated()), value));
  }

  private static Operator operator(String op, boolean negated) throws NotARule {
    return switch (op) {
      case ">=" -> negated ? Operator.LESS_THAN : Operator.AT_LEAST;
      case ">" -> negated ? Operator.AT_MOST : Operator.MORE_THAN;
      case "<=" -> negated ? Operator.MORE_THAN : Operator.AT_MOST;
      case "<" -> negated ? Operator.AT_LEAST : Operator.LESS_THAN;
      case "=" -> negated ? Operator.IS_NOT : Operator.IS;
      default -> throw new NotARule("it compares by " + op);
    };
  }

  /// Points that expire within so many days: the day they expire against days from today.
  private static Rule expiry(Condition.Threshold threshold) throws NotARule {
    int days = (int) threshold.value();
    if (threshold.negated() || threshold.upper() != null || days != threshold.value()) {
      throw new NotARule("days until points expire are counted up to a number");
    }
    Comparison comparison =
        switch (threshold.op()) {
          case "<=" -> Comparison.of(Operator.AT_MOST, new Value.DaysAgo(-days));
          case "<" -> Comparison.of(Operator.AT_MOST, new Value.DaysAgo(1 - days));
          case ">" -> Comparison.of(Operator.MORE_THAN, new Value.DaysAgo(-days));
          case ">=" -> Comparison.of(Operator.MORE_THAN, new Value.DaysAgo(1 - days));
          default -> throw new NotARule("days until points expire are counted up to a number");
        };
    return new Rule.Attribute("points_expire_on", comparison);
  }

  private Rule did(Condition.Did did) throws NotARule {
    Occurrence meant = ACTIVITIES.get(did.activity());
    if (meant == null) {
      throw new NotARule("there are no events for it");
    }
    if (did.times() > 1 && meant.events().equals("purchases")) {
      throw new NotARule("how often a product was bought is counted by lines, not by orders");
    }
    List<Occurrence.Detail> details = new ArrayList<>(meant.details());
    for (Condition.Is detail : did.details()) {
      String field = DETAILS.get(detail.dimension());
      if (field == null || detail.negated()) {
        throw new NotARule("its events do not tell " + detail.dimension().replace('_', ' '));
      }
      details.add(
          new Occurrence.Detail(field, Comparison.is(detail.values().toArray(String[]::new))));
    }
    Comparison times =
        did.negated()
            ? did.times() == 1
                ? Comparison.of(Operator.IS, 0)
                : Comparison.of(Operator.LESS_THAN, did.times())
            : Comparison.of(Operator.AT_LEAST, did.times());
    Period period = did.period();
    Window window = period == null ? Window.ANYTIME : window(period);
    return new Rule.Behaviour(
        new Occurrence(meant.events(), details, window), Measure.COUNT, times);
  }

  private Window window(Period period) {
    boolean untilToday = period.to().equals(today.plusDays(1));
    if (!untilToday) {
      return new Window.Between(period.from(), period.to().minusDays(1));
    }
    return fixed ? new Window.Since(period.from()) : new Window.LastDays((int) period.days());
  }
}

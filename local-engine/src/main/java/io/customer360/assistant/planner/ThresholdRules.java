package io.customer360.assistant.planner;

import io.customer360.assistant.Choice;
import io.customer360.assistant.plan.Condition;
import io.customer360.assistant.plan.Numbers;
import io.customer360.assistant.semantic.Attribute;
import io.customer360.assistant.semantic.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads numbers held against an attribute: `churn risk above 0.7`, `more than 2 late deliveries`,
/// `over 60 years old`, `less than 150 points from Gold`.
final class ThresholdRules {
  private static final Map<String, String> COUNTED_ACTIVITY =
      Map.of("orders", "ordered", "late_deliveries", "late");

  private final Reading reading;

  ThresholdRules(Reading reading) {
    this.reading = reading;
  }

  private record Comparison(
      String op, double value, @Nullable Double upper, String mark, int end) {}

  void apply() {
    for (int i = 0; i < reading.size(); i++) {
      if (!reading.item(i).used()) {
        attributeFirst(i);
      }
    }
    for (int i = 0; i < reading.size(); i++) {
      if (!reading.item(i).used()) {
        numberFirst(i);
      }
    }
    for (int i = 0; i < reading.size(); i++) {
      if (!reading.item(i).used()) {
        having(i);
      }
    }
    for (int i = 0; i < reading.size(); i++) {
      if (!reading.item(i).used()) {
        nearTier(i);
      }
    }
  }

  /// `churn risk [is] above 0.7`, `spent more than £500`.
  private void attributeFirst(int i) {
    Optional<Attribute> attribute = attribute(i);
    if (attribute.isEmpty()) {
      return;
    }
    Comparison comparison = comparison(reading.next(i + 1), false);
    if (comparison == null || !fits(attribute.get(), comparison)) {
      return;
    }
    if (reading.is(comparison.end(), Word.TIMES)
        || comparison.end() < reading.size() && attribute(comparison.end()).isPresent()) {
      return;
    }
    use(i, comparison.end());
    accept(i, comparison.end(), attribute.get(), comparison);
  }

  /// `more than 2 late deliveries`, `with 3 open tickets`, `over 60 years old`, `over 60`.
  private void numberFirst(int i) {
    Comparison comparison = comparison(i, true);
    if (comparison == null) {
      return;
    }
    int at = reading.next(comparison.end());
    if (reading.is(at, Word.IN)) {
      at = reading.next(at + 1);
    }
    Optional<Attribute> attribute = at < reading.size() ? attribute(at) : Optional.empty();
    if (attribute.isPresent() && fits(attribute.get(), comparison)) {
      boolean bareNumber = reading.item(i).can(Sense.NumberSense.class);
      if (attribute.get().key().equals("points") && tierAfter(at) > 0) {
        return;
      }
      if (bareNumber && topBefore(i)) {
        return;
      }
      Comparison meant =
          bareNumber
              ? new Comparison(">=", comparison.value(), null, comparison.mark(), comparison.end())
              : comparison;
      use(i, at + 1);
      accept(i, at + 1, attribute.get(), meant);
      return;
    }
    boolean years =
        reading.item(i).is(Word.GT, Word.LT, Word.GE)
            && comparison.mark().isEmpty()
            && comparison.value() >= 14
            && comparison.value() <= 100
            && reading.has(Word.CUSTOMERS)
            && (at >= reading.size() || !reading.item(at).can(Sense.MeasureSense.class))
            && !reading.is(at, Word.TIMES);
    boolean saysAge = reading.item(i).phrase().matches("(?i)(older|younger) than");
    int prior = reading.before(i);
    boolean afterPeople = prior >= 0 && reading.is(prior, Word.CUSTOMERS, Word.THAT, Word.WHICH);
    if (years && (saysAge || afterPeople)) {
      use(i, comparison.end());
      accept(i, comparison.end(), reading.layer.attribute("age"), comparison);
    }
  }

  /// `with an open ticket`, `without open tickets`.
  private void having(int i) {
    Optional<Attribute> attribute = attribute(i);
    int prior = reading.before(i);
    if (attribute.isEmpty()
        || !attribute.get().key().equals("open_tickets")
        || !reading.is(prior, Word.WITH, Word.WITHOUT)) {
      return;
    }
    reading.item(i).use();
    accept(i, i + 1, attribute.get(), new Comparison(">=", 1, null, "", i + 1));
  }

  private boolean topBefore(int i) {
    return reading.is(reading.before(i), Word.TOP, Word.BOTTOM, Word.BEST, Word.WORST);
  }

  /// `close to Gold`, `less than 150 points from Gold`: points missing, in the tier below.
  private void nearTier(int i) {
    Comparison comparison = comparison(i, true);
    int at = i;
    double limit = 150;
    String op = "<=";
    if (comparison != null) {
      int noun = reading.next(comparison.end());
      if (noun >= reading.size()
          || attribute(noun).filter(a -> a.key().equals("points")).isEmpty()) {
        return;
      }
      limit = comparison.value();
      op = comparison.op().equals("<") ? "<" : "<=";
      at = noun + 1;
    } else if (!reading.is(i, Word.NEAR) || reading.is(i, Word.IN) || weak(i)) {
      return;
    }
    int tier = tierAfter(at - 1);
    if (tier < 0) {
      return;
    }
    String target =
        reading.item(tier).as(Sense.ValueSense.class).map(v -> v.values().getFirst()).orElse("");
    String below =
        switch (target) {
          case "Gold" -> "Silver";
          case "Silver" -> "Bronze";
          default -> "";
        };
    if (below.isEmpty()) {
      return;
    }
    int from = i;
    if (i > 0 && reading.is(i - 1, Word.LT, Word.LE)) {
      from = i - 1;
    }
    use(from, tier + 1);
    String phrase = phrase(from, tier + 1);
    double chosen = reading.chips.chosenNumber("threshold.points_to_next", limit);
    reading.add(from, new Condition.Threshold("points_to_next", op, chosen, null, false, phrase));
    reading.add(from, new Condition.Is("tier", List.of(below), false, phrase));
    chip(
        from,
        reading.layer.attribute("points_to_next"),
        new Comparison(op, chosen, null, "", tier + 1),
        phrase,
        limit,
        " of " + target);
  }

  /// `of`, `to`, `before` alone say nothing about closeness.
  private boolean weak(int i) {
    return reading.is(i, Word.FILLER)
        || reading
            .item(i)
            .phrase()
            .toLowerCase(java.util.Locale.ROOT)
            .matches("of|to|from|before|until|off|below");
  }

  /// The tier named after `from Gold`, `to reach Gold`; -1 when none follows.
  private int tierAfter(int i) {
    int at = i + 1;
    int steps = 0;
    while (at < reading.size() && steps < 4) {
      Optional<Sense.ValueSense> value = reading.item(at).as(Sense.ValueSense.class);
      if (value.isPresent() && value.get().dimension().equals("tier")) {
        return at;
      }
      if (!reading.is(at, Word.NEAR, Word.IN, Word.FILLER)) {
        return -1;
      }
      at++;
      steps++;
    }
    return -1;
  }

  private @Nullable Comparison comparison(int i, boolean bareAllowed) {
    if (i >= reading.size()) {
      return null;
    }
    Item item = reading.item(i);
    if (item.is(Word.BETWEEN)) {
      int low = i + 1;
      int high = low + 2;
      if (high < reading.size()
          && reading.is(low + 1, Word.AND)
          && number(low).isPresent()
          && number(high).isPresent()) {
        return new Comparison(
            "between",
            number(low).get().value(),
            number(high).get().value(),
            number(low).get().mark(),
            high + 1);
      }
      return null;
    }
    String op = op(item);
    int at = op == null ? i : reading.next(i + 1);
    if (op == null && !bareAllowed) {
      return null;
    }
    Optional<Sense.NumberSense> number = number(at);
    if (number.isEmpty()) {
      return null;
    }
    int end = at + 1;
    if (reading.is(end, Word.GE)) {
      op = ">=";
      end++;
    } else if (reading.is(end, Word.LE)) {
      op = "<=";
      end++;
    }
    return new Comparison(
        op == null ? "=" : op, number.get().value(), null, number.get().mark(), end);
  }

  private static @Nullable String op(Item item) {
    return item.is(Word.GT)
        ? ">"
        : item.is(Word.GE)
            ? ">="
            : item.is(Word.LT) ? "<" : item.is(Word.LE) ? "<=" : item.is(Word.EQ) ? "=" : null;
  }

  private Optional<Sense.NumberSense> number(int i) {
    return i < reading.size() ? reading.item(i).as(Sense.NumberSense.class) : Optional.empty();
  }

  private Optional<Attribute> attribute(int i) {
    return reading
        .item(i)
        .as(Sense.AttributeSense.class)
        .map(s -> reading.layer.attribute(s.key()));
  }

  /// Percent only against scores, money only against money; a score lies between 0 and 1.
  private static boolean fits(Attribute attribute, Comparison c) {
    boolean money = c.mark().equals("£");
    boolean percent = c.mark().equals("%");
    return switch (attribute.unit()) {
      case MONEY, MONEY_EXACT -> !percent;
      case SCORE, SHARE -> !money && c.value() >= 0 && c.value() <= 1;
      case COUNT, NUMBER, DAYS, YEARS -> !money && !percent;
    };
  }

  private void accept(int from, int to, Attribute attribute, Comparison c) {
    String phrase = phrase(from, to);
    boolean negated = reading.negated(from);
    String activity = COUNTED_ACTIVITY.get(attribute.key());
    int after = reading.next(to);
    boolean timed = after < reading.size() && reading.item(after).can(Sense.TimeSense.class);
    if (activity != null && timed && c.upper() == null && !c.op().equals("=")) {
      Optional<Sense.TimeSense> time = reading.item(after).as(Sense.TimeSense.class);
      if (time.isPresent() && time.get().value() instanceof TimeValue.Span span) {
        reading.item(after).use();
        boolean atLeast = c.op().startsWith(">");
        int times = (int) c.value() + (c.op().equals(">") || c.op().equals("<=") ? 1 : 0);
        reading.add(
            from,
            new Condition.Did(
                activity,
                List.of(),
                span.period(),
                Math.max(1, times),
                negated == atLeast,
                phrase(from, after + 1)));
        reading.chips.fixed(
            from,
            "did." + activity,
            phrase(from, after + 1),
            (atLeast ? "at least " : "fewer than ")
                + Math.max(1, times)
                + ", "
                + span.period().words());
        return;
      }
    }
    double chosen = reading.chips.chosenNumber("threshold." + attribute.key(), c.value());
    reading.add(
        from, new Condition.Threshold(attribute.key(), c.op(), chosen, c.upper(), negated, phrase));
    if (timed && attribute.key().equals("revenue_12m")) {
      takeTwelveMonths(after);
    }
    chip(
        from,
        attribute,
        new Comparison(c.op(), chosen, c.upper(), c.mark(), to),
        phrase,
        c.value(),
        negated ? ", not" : "");
  }

  /// A threshold on spend is kept for the last 12 months only; said so, it is accounted for.
  private void takeTwelveMonths(int at) {
    reading
        .item(at)
        .as(Sense.TimeSense.class)
        .filter(t -> t.value() instanceof TimeValue.Span s && s.key().equals("last-12-months"))
        .ifPresent(t -> reading.item(at).use());
  }

  private void chip(
      int at, Attribute attribute, Comparison c, String phrase, double own, String tail) {
    List<Choice> choices = new ArrayList<>();
    if (c.upper() == null) {
      for (double step : steps(attribute.unit(), own)) {
        choices.add(
            new Choice(
                Numbers.plain(step), Phrasing.threshold(attribute, c.op(), step, null) + tail));
      }
    }
    reading.chips.add(
        at,
        "threshold." + attribute.key(),
        phrase,
        Phrasing.threshold(attribute, c.op(), c.value(), c.upper()) + tail,
        Numbers.plain(c.value()),
        choices);
  }

  private static List<Double> steps(Unit unit, double own) {
    return switch (unit) {
      case SCORE, SHARE ->
          java.util.stream.DoubleStream.of(own - 0.2, own - 0.1, own, own + 0.1, own + 0.2)
              .filter(v -> v > 0 && v < 1)
              .map(v -> Math.round(v * 100) / 100.0)
              .boxed()
              .toList();
      case MONEY, MONEY_EXACT -> List.of(own / 2, own, own * 2);
      case COUNT, NUMBER, DAYS, YEARS ->
          own >= 10
              ? List.of(Math.floor(own / 2), own, own * 2)
              : own >= 2 ? List.of(own - 1, own, own + 1) : List.of(own, own + 1);
    };
  }

  private void use(int from, int to) {
    for (int i = from; i < to; i++) {
      reading.item(i).use();
    }
  }

  private String phrase(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(text.isEmpty() ? "" : " ").append(reading.item(i).phrase());
    }
    return text.toString();
  }
}

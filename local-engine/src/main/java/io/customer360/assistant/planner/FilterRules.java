package io.customer360.assistant.planner;

import io.customer360.assistant.Choice;
import io.customer360.assistant.plan.Condition;
import io.customer360.assistant.plan.Numbers;
import io.customer360.assistant.semantic.Dimension;
import io.customer360.assistant.semantic.NamedFilter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads named filters (`loyal`, `at risk`), consents, known fields and plain values (`Gold`, `in
/// Leeds`, `web`), with their negations.
final class FilterRules {
  /// Which dimension a value is taken for when it could be several, unless a word beside it says
  /// so.
  private static final List<String> PREFERENCE =
      List.of(
          "tier",
          "lifecycle",
          "value_tier",
          "channel",
          "city",
          "country",
          "category",
          "carrier",
          "campaign",
          "topic",
          "product",
          "store",
          "batch",
          "weekend",
          "weekday",
          "promotion");

  /// Words that are filters beside customers and something else anywhere else.
  private static final Set<String> EVERYDAY =
      Set.of(
          "lost",
          "former",
          "inactive",
          "new",
          "recent",
          "safe",
          "repeat",
          "returning",
          "happy",
          "unhappy",
          "satisfied",
          "pleased",
          "angry",
          "displeased",
          "dissatisfied");

  private static final Set<String> TICKETS = Set.of("tickets", "rating", "sentiment");

  private final Reading reading;
  private final boolean measured;

  /// @param measured whether the question asks for a measure, so that `store` beside it is a
  ///     channel
  FilterRules(Reading reading, boolean measured) {
    this.reading = reading;
    this.measured = measured;
  }

  void apply() {
    for (int i = 0; i < reading.size(); i++) {
      Item item = reading.item(i);
      if (item.used()) {
        continue;
      }
      if (item.can(Sense.ConsentSense.class)) {
        consent(i, item);
      } else if (item.can(Sense.FilterSense.class) && !newCustomers(i) && !loose(i)) {
        named(i, item);
      } else if (item.can(Sense.HasSense.class)
          && reading.is(reading.before(i), Word.WITH, Word.WITHOUT)) {
        has(i, item);
      } else if (senses(i, item).findAny().isPresent() && !asDimension(i, item)) {
        values(i, item);
      }
    }
  }

  /// `new customers per month` is a measure; beside another measure it is a filter.
  private boolean newCustomers(int i) {
    return reading.item(i).can(Sense.MeasureSense.class)
        && reading.items.stream()
            .noneMatch(o -> o != reading.item(i) && !o.used() && o.can(Sense.MeasureSense.class));
  }

  /// `lost`, `active`, `new` describe customers only beside them; `a store lost revenue` does not.
  private boolean loose(int i) {
    if (!EVERYDAY.contains(Tokenizer.normalise(reading.item(i).phrase()))) {
      return false;
    }
    int next = reading.next(i + 1);
    while (next < reading.size()
        && (reading.item(next).can(Sense.FilterSense.class)
            || reading.item(next).can(Sense.ValueSense.class)
            || reading.is(next, Word.AND))) {
      next = reading.next(next + 1);
    }
    int prior = reading.before(i);
    return !reading.is(next, Word.CUSTOMERS) && !reading.is(prior, Word.CUSTOMERS, Word.NOT);
  }

  private void consent(int i, Item item) {
    Sense.ConsentSense said = item.as(Sense.ConsentSense.class).orElseThrow();
    boolean negated = reading.negated(i) != said.negated();
    item.use();
    Condition.Consent condition =
        new Condition.Consent(
            said.purpose(), said.channel(), said.status(), negated, item.phrase());
    reading.add(i, condition);
    reading.chips.fixed(
        i, "consent." + i, item.phrase(), Phrasing.condition(reading.layer, condition));
  }

  private void has(int i, Item item) {
    Sense.HasSense said = item.as(Sense.HasSense.class).orElseThrow();
    boolean negated = reading.negated(i);
    item.use();
    Condition.Has condition = new Condition.Has(said.field(), negated, item.phrase());
    reading.add(i, condition);
    reading.chips.fixed(
        i, "has." + said.field(), item.phrase(), Phrasing.condition(reading.layer, condition));
  }

  private void named(int i, Item item) {
    NamedFilter filter = reading.layer.filter(item.as(Sense.FilterSense.class).orElseThrow().key());
    boolean negated = reading.negated(i);
    item.use();
    String key = "filter." + filter.key();
    String phrase = (negated ? "not " : "") + item.phrase();
    if (reading.chips.chosen(key, "").equals(ChipBox.OFF)) {
      reading.chips.add(i, key, phrase, "left out", ChipBox.OFF, choices(filter, negated));
      return;
    }
    switch (filter) {
      case NamedFilter.Threshold t -> {
        double value = reading.chips.chosenNumber(key, t.value());
        Condition.Threshold condition =
            new Condition.Threshold(t.attribute(), t.op(), value, null, negated, phrase);
        reading.add(i, condition);
        reading.chips.add(
            i,
            key,
            phrase,
            Phrasing.condition(reading.layer, condition),
            Numbers.plain(value),
            choices(filter, negated));
      }
      case NamedFilter.Values v -> {
        String own = String.join("|", v.values());
        List<String> chosen = List.of(reading.chips.chosen(key, own).split("\\|"));
        Condition.Is condition = new Condition.Is(v.dimension(), chosen, negated, phrase);
        reading.add(i, condition);
        reading.chips.add(
            i,
            key,
            phrase,
            Phrasing.condition(reading.layer, condition),
            String.join("|", chosen),
            choices(filter, negated));
      }
      case NamedFilter.Did d -> {
        List<Condition.Is> details = new ArrayList<>();
        d.details()
            .forEach(
                (dim, values) ->
                    details.add(new Condition.Is(dim, known(dim, values), false, phrase)));
        Condition.Did condition =
            new Condition.Did(
                d.activity(),
                details,
                reading
                    .calendar
                    .rolling(d.months(), io.customer360.assistant.plan.Grain.MONTH)
                    .period(),
                1,
                negated,
                phrase);
        reading.add(i, condition);
        reading.chips.add(
            i,
            key,
            phrase,
            Phrasing.condition(reading.layer, condition),
            "on",
            choices(filter, negated));
      }
    }
  }

  /// Of the values a filter names, those the data has; all of them when it has none.
  private List<String> known(String dimension, List<String> wanted) {
    List<String> present = reading.values.of(dimension);
    List<String> both =
        present.stream()
            .filter(
                v ->
                    wanted.stream()
                        .anyMatch(w -> Tokenizer.normalise(v).contains(Tokenizer.normalise(w))))
            .toList();
    return both.isEmpty() ? wanted : both;
  }

  private List<Choice> choices(NamedFilter filter, boolean negated) {
    List<Choice> choices = new ArrayList<>();
    switch (filter) {
      case NamedFilter.Threshold t ->
          t.alternatives()
              .forEach(
                  a ->
                      choices.add(
                          new Choice(
                              Numbers.plain(a),
                              Phrasing.condition(
                                  reading.layer,
                                  new Condition.Threshold(
                                      t.attribute(), t.op(), a, null, negated, "")))));
      case NamedFilter.Values v ->
          v.alternatives()
              .forEach(
                  a ->
                      choices.add(
                          new Choice(
                              String.join("|", a),
                              Phrasing.condition(
                                  reading.layer,
                                  new Condition.Is(v.dimension(), a, negated, "")))));
      case NamedFilter.Did ignored -> choices.add(new Choice("on", filter.title()));
    }
    choices.add(new Choice(ChipBox.OFF, "leave out"));
    return choices;
  }

  /// `which store`, `by store`, `top 5 stores`: the dimension, not the channel.
  private boolean asDimension(int i, Item item) {
    if (!item.can(Sense.DimensionSense.class)) {
      return false;
    }
    int prior = reading.before(i);
    if (prior >= 0 && reading.item(prior).can(Sense.NumberSense.class)) {
      prior = reading.before(prior);
    }
    boolean split =
        reading.is(
            prior,
            Word.BY,
            Word.WHICH,
            Word.TOP,
            Word.BOTTOM,
            Word.BEST,
            Word.WORST,
            Word.LIST,
            Word.HOW_MANY);
    return split || !measured && !reading.is(prior, Word.IN, Word.OR, Word.AND, Word.VERSUS);
  }

  private void values(int i, Item item) {
    Sense.ValueSense first = meant(i, item);
    Set<String> all = new LinkedHashSet<>(first.values());
    List<Integer> places = new ArrayList<>(List.of(i));
    boolean against = false;
    int at = i;
    while (true) {
      int joint = reading.next(at + 1);
      boolean link =
          joint < reading.size()
              && !reading.item(joint).used()
              && (reading.is(joint, Word.AND, Word.OR, Word.VERSUS)
                  || reading.is(at + 1, Word.FILLER) && reading.item(at + 1).comma());
      int value =
          at + 1 < reading.size()
                  && reading.item(at + 1).comma()
                  && !reading.is(joint, Word.AND, Word.OR)
              ? joint
              : reading.next(joint + 1);
      if (!link || value >= reading.size() || reading.item(value).used()) {
        break;
      }
      if (reading.is(value, Word.IN)) {
        value = reading.next(value + 1);
        if (value >= reading.size()) {
          break;
        }
      }
      Item more = reading.item(value);
      List<String> same =
          more.senses.stream()
              .filter(Sense.ValueSense.class::isInstance)
              .map(Sense.ValueSense.class::cast)
              .filter(v -> v.dimension().equals(first.dimension()))
              .findFirst()
              .map(Sense.ValueSense::values)
              .orElse(List.of());
      if (same.isEmpty()) {
        break;
      }
      against |= reading.is(joint, Word.VERSUS);
      if (reading.is(joint, Word.AND, Word.OR, Word.VERSUS)) {
        reading.item(joint).use();
      }
      more.use();
      all.addAll(same);
      places.add(value);
      at = value;
    }
    item.use();
    hint(i, at, first.dimension());
    List<String> values = List.copyOf(all);
    if (values.size() > 1 && (against || reading.has(Word.COMPARE)) && !reading.negated(i)) {
      reading.take(Word.COMPARE);
      reading.versus = new Condition.Is(first.dimension(), values, false, item.phrase());
      reading.chips.fixed(
          i,
          "versus." + first.dimension(),
          reading.layer.dimension(first.dimension()).title().toLowerCase(java.util.Locale.ROOT),
          String.join(" against ", values));
      return;
    }
    boolean negated = reading.negated(i);
    Condition.Is condition = new Condition.Is(first.dimension(), values, negated, item.phrase());
    reading.add(i, condition);
    chip(i, condition, item);
  }

  private void chip(int i, Condition.Is condition, Item item) {
    String key = "value." + condition.dimension() + "." + i;
    Dimension dimension = reading.layer.dimension(condition.dimension());
    String phrase = (condition.negated() ? "not " : "") + item.phrase();
    boolean plain =
        condition.values().size() == 1
            && Tokenizer.normalise(condition.values().getFirst())
                .equals(Tokenizer.normalise(item.phrase()));
    String words = Phrasing.condition(reading.layer, condition);
    reading.chips.fixed(
        i,
        key,
        plain ? dimension.title().toLowerCase(java.util.Locale.ROOT) : phrase,
        plain ? (condition.negated() ? "not " : "") + condition.values().getFirst() : words);
  }

  /// The dimension named beside a value: `the Leeds store`, `city of Leeds`.
  private void hint(int first, int last, String dimension) {
    for (int beside : new int[] {reading.before(first), reading.next(last + 1)}) {
      if (beside >= 0
          && beside < reading.size()
          && !reading.item(beside).used()
          && reading.item(beside).senses.stream()
              .anyMatch(s -> s instanceof Sense.DimensionSense d && d.key().equals(dimension))
          && !reading.is(reading.before(beside), Word.BY, Word.WHICH)) {
        reading.item(beside).use();
      }
    }
  }

  /// The values a phrase may be here. A ticket topic (`returns`, `store`, `price`) only where
  /// tickets are spoken of; a word that is also a measure only when something is about it.
  private Stream<Sense.ValueSense> senses(int i, Item item) {
    boolean about = reading.is(reading.before(i), Word.ABOUT);
    boolean tickets =
        about
            || reading.items.stream()
                .anyMatch(
                    o ->
                        o.senses.stream()
                            .anyMatch(
                                s ->
                                    s instanceof Sense.MeasureSense m
                                        && TICKETS.contains(m.key())));
    return item.senses.stream()
        .filter(Sense.ValueSense.class::isInstance)
        .map(Sense.ValueSense.class::cast)
        .filter(v -> tickets || !v.dimension().equals("topic"))
        .filter(v -> about || !item.can(Sense.MeasureSense.class));
  }

  private Sense.ValueSense meant(int i, Item item) {
    List<Sense.ValueSense> senses = senses(i, item).toList();
    for (int beside : new int[] {reading.before(i), reading.next(i + 1)}) {
      if (beside < 0 || beside >= reading.size()) {
        continue;
      }
      Optional<Sense.ValueSense> hinted =
          senses.stream()
              .filter(
                  v ->
                      reading.item(beside).senses.stream()
                          .anyMatch(
                              s ->
                                  s instanceof Sense.DimensionSense d
                                      && d.key().equals(v.dimension())))
              .findFirst();
      if (hinted.isPresent()) {
        return hinted.get();
      }
    }
    return senses.stream()
        .min(
            java.util.Comparator.comparingInt(
                v -> {
                  int rank = PREFERENCE.indexOf(v.dimension());
                  return rank < 0 ? PREFERENCE.size() : rank;
                }))
        .orElseThrow();
  }
}

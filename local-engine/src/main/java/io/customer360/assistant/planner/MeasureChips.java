package io.customer360.assistant.planner;

import io.customer360.assistant.Choice;
import io.customer360.assistant.plan.Grain;
import io.customer360.assistant.semantic.Dimension;
import io.customer360.assistant.semantic.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The chips of questions about numbers, and what each can be changed to.
final class MeasureChips {
  private static final int MOST_CHOICES = 9;
  private static final Map<String, String> SORT_WORDS = sortWords();

  private final Reading reading;

  MeasureChips(Reading reading) {
    this.reading = reading;
  }

  private static Map<String, String> sortWords() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("at_risk_margin", "margin at risk");
    words.put("margin_12m", "margin, 12 months");
    words.put("revenue_12m", "revenue, 12 months");
    words.put("churn", "churn risk");
    words.put("points", "points");
    return words;
  }

  void measure(int at, Measure measure, List<Dimension> with) {
    List<Choice> choices = new ArrayList<>();
    for (Measure other : reading.layer.measures().values()) {
      boolean kin =
          other.firstTable().equals(measure.firstTable())
              || other.on().keySet().stream().anyMatch(measure.on()::containsKey);
      boolean fits =
          reading.layer.tableFor(other, with, measure.hasTime() && !with.isEmpty()).isPresent();
      if (other.key().equals(measure.key())
          || kin && fits && !other.key().equals("customers") && choices.size() < MOST_CHOICES - 1) {
        choices.add(new Choice(other.key(), other.title()));
      }
    }
    String phrase = at < 0 ? "" : reading.item(at).phrase();
    boolean same =
        Tokenizer.stems(phrase).equals(Tokenizer.stems(measure.title())) || phrase.isEmpty();
    reading.chips.add(
        Math.max(at, 0),
        "measure",
        same ? "measure" : phrase,
        measure.title(),
        measure.key(),
        choices);
  }

  void more(int at, Measure measure) {
    reading.chips.fixed(at, "measure." + measure.key(), "and", measure.title());
  }

  void dimension(int at, Dimension dimension, Measure measure) {
    List<Choice> choices =
        Stream.concat(
                Stream.of(dimension),
                reading.layer.dimensions().values().stream()
                    .filter(d -> d != dimension)
                    .filter(
                        d ->
                            reading
                                .layer
                                .tableFor(measure, List.of(d), measure.hasTime())
                                .isPresent()))
            .limit(MOST_CHOICES)
            .map(d -> new Choice(d.key(), d.title().toLowerCase(Locale.ROOT)))
            .toList();
    reading.chips.add(
        at,
        "dimension",
        "by",
        dimension.title().toLowerCase(Locale.ROOT),
        dimension.key(),
        choices);
  }

  void grain(int at, Grain grain) {
    List<Choice> choices =
        Stream.of(Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER)
            .map(g -> new Choice(g.name(), g.words()))
            .toList();
    reading.chips.add(at, "grain", "per", grain.words(), grain.name(), choices);
  }

  void top(int n, boolean highest) {
    List<Choice> choices =
        Stream.of(5, 10, 20, 50)
            .map(k -> new Choice(Integer.toString(k), Integer.toString(k)))
            .toList();
    reading.chips.add(
        -1,
        "top",
        highest ? "highest" : "lowest",
        Integer.toString(n),
        Integer.toString(n),
        choices);
  }

  void sort(String sort) {
    List<Choice> choices =
        SORT_WORDS.entrySet().stream().map(e -> new Choice(e.getKey(), e.getValue())).toList();
    reading.chips.add(
        reading.size() + 1,
        "sort",
        "sorted by",
        SORT_WORDS.getOrDefault(sort, sort),
        sort,
        choices);
  }

  /// The period, or the one chosen in its chip; null when all time was chosen.
  TimeValue.@Nullable Span period(int at, TimeValue.Span own) {
    String key = reading.chips.chosen("period", own.key());
    Optional<TimeValue.Span> chosen =
        key.equals(own.key()) ? Optional.of(own) : reading.calendar.byKey(key);
    List<Choice> choices = new ArrayList<>();
    if (!Calendar.OFFERED.contains(own.key())) {
      choices.add(new Choice(own.key(), own.period().words()));
    }
    Calendar.OFFERED.forEach(k -> choices.add(new Choice(k, reading.calendar.describe(k))));
    String label = at >= 0 && at < reading.size() ? reading.item(at).phrase() : "period";
    reading.chips.add(
        at,
        "period",
        key.equals(own.key()) ? label : "period",
        chosen.map(s -> s.period().words()).orElse("all time"),
        key,
        choices);
    return chosen.orElse(null);
  }
}

package io.customer360.assistant.planner;

import io.customer360.assistant.plan.Audience;
import io.customer360.assistant.plan.Condition;
import io.customer360.assistant.plan.Grain;
import io.customer360.assistant.plan.Period;
import io.customer360.assistant.plan.Plan;
import io.customer360.assistant.semantic.Dimension;
import io.customer360.assistant.semantic.Measure;
import io.customer360.assistant.semantic.TableDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Questions about numbers: one figure, a breakdown, a trend, a comparison, a top list; and
/// questions that count or list customers.
final class MeasureQuestions {
  /// Attributes that sort a list of customers the way a measure of the same name would.
  private static final Map<String, String> SORTS =
      Map.of(
          "margin", "margin_12m",
          "revenue", "revenue_12m",
          "orders", "orders",
          "points", "points",
          "churn_risk", "churn",
          "propensity", "propensity",
          "late_deliveries", "late_deliveries",
          "margin_at_risk", "at_risk_margin");

  private final Reading reading;
  private final TimeRules time;
  private final MeasureChips chips;

  private final List<String> measures = new ArrayList<>();
  private int measureAt = -1;
  private @Nullable Dimension dimension;
  private int dimensionAt = -1;
  private @Nullable Grain grain;
  private boolean trend;
  private boolean change;
  private boolean stake;
  private int top;
  private boolean most = true;
  private boolean ranked;
  private boolean judged;
  private boolean customers;
  private boolean listed;

  MeasureQuestions(Reading reading) {
    this.reading = reading;
    this.time = new TimeRules(reading);
    this.chips = new MeasureChips(reading);
  }

  Built build() {
    read();
    if (measures.isEmpty() && !customers && reading.conditions.isEmpty() && dimension == null) {
      return Built.refused("No number of the field was named.");
    }
    boolean counted = measures.isEmpty();
    if (counted && onlyCustomers()) {
      return customers();
    }
    return measured();
  }

  private void read() {
    time.apply();
    stake = reading.take(Word.STAKE);
    readSplit();
    readRank();
    readMeasures();
    change = reading.take(Word.CHANGE);
    trend = reading.take(Word.TREND) || grain != null;
    if (change && time.other == null && time.main != null) {
      time.other = new TimeValue.Previous(null);
    } else if (change && time.other == null) {
      trend = true;
    }
    customers = reading.take(Word.CUSTOMERS, Word.BUYERS);
    boolean howMany = reading.take(Word.HOW_MANY);
    boolean howMuch = reading.take(Word.HOW_MUCH);
    listed = reading.take(Word.LIST, Word.WHICH) && !howMany && !howMuch;
    if (reading.take(Word.SHARE) && dimension == null && !measures.isEmpty()) {
      shareOfMeasure = true;
    }
  }

  private boolean shareOfMeasure;

  /// `by channel`, `per week`, `which store`.
  private void readSplit() {
    for (int i = 0; i < reading.size(); i++) {
      Item item = reading.item(i);
      if (item.used()) {
        continue;
      }
      Optional<Sense.GrainSense> step = item.as(Sense.GrainSense.class);
      if (step.isPresent() && grain == null) {
        grain = Grain.valueOf(reading.chips.chosen("grain", step.get().grain().name()));
        item.use();
        chips.grain(i, grain);
        continue;
      }
      Optional<Sense.DimensionSense> named = item.as(Sense.DimensionSense.class);
      if (named.isPresent() && dimension == null && splits(i)) {
        int prior = reading.before(i);
        if (prior >= 0 && reading.is(prior, Word.BY)) {
          reading.item(prior).use();
        }
        dimension = reading.layer.dimension(reading.chips.chosen("dimension", named.get().key()));
        dimensionAt = i;
        item.use();
      }
    }
    if (dimension != null) {
      reading.take(Word.BREAKDOWN);
    }
  }

  private boolean splits(int i) {
    int prior = reading.before(i);
    if (prior >= 0 && reading.item(prior).can(Sense.NumberSense.class)) {
      prior = reading.before(prior);
    }
    return reading.is(
            prior, Word.BY, Word.WHICH, Word.TOP, Word.BOTTOM, Word.BEST, Word.WORST, Word.LIST)
        || reading.has(Word.BREAKDOWN, Word.COMPARE)
        || reading.has(Word.TOP, Word.BEST, Word.WORST, Word.BOTTOM);
  }

  /// `top 5`, `the highest`, `worst`.
  private void readRank() {
    for (int i = 0; i < reading.size(); i++) {
      Item item = reading.item(i);
      if (item.used() || !item.is(Word.TOP, Word.BOTTOM, Word.BEST, Word.WORST)) {
        continue;
      }
      ranked = true;
      most = item.is(Word.TOP, Word.BEST);
      judged = item.is(Word.BEST, Word.WORST);
      item.use();
      int number = reading.next(i + 1);
      Optional<Sense.NumberSense> n =
          number < reading.size()
              ? reading.item(number).as(Sense.NumberSense.class)
              : Optional.empty();
      if (n.isPresent()
          && n.get().mark().isEmpty()
          && n.get().value() >= 1
          && n.get().value() <= 1000) {
        top = (int) n.get().value();
        reading.item(number).use();
      }
      int before = reading.before(i);
      if (top == 0 && before >= 0 && !reading.item(before).used()) {
        Optional<Sense.NumberSense> lead = reading.item(before).as(Sense.NumberSense.class);
        if (lead.isPresent() && lead.get().mark().isEmpty() && lead.get().value() <= 1000) {
          top = (int) lead.get().value();
          reading.item(before).use();
        }
      }
      break;
    }
  }

  private void readMeasures() {
    for (int i = 0; i < reading.size(); i++) {
      Item item = reading.item(i);
      Optional<Sense.MeasureSense> said =
          item.used() ? Optional.empty() : item.as(Sense.MeasureSense.class);
      if (said.isEmpty()) {
        continue;
      }
      int prior = reading.before(i);
      boolean joined = !measures.isEmpty() && reading.is(prior, Word.AND);
      boolean comma = !measures.isEmpty() && i > 0 && reading.item(i - 1).comma();
      if (!measures.isEmpty() && !joined && !comma) {
        continue;
      }
      if (reading.is(prior, Word.BY)) {
        reading.item(prior).use();
        ranked = ranked || dimension == null;
      }
      if (measures.isEmpty()) {
        measureAt = i;
      }
      measures.add(said.get().key());
      item.use();
    }
    int noun = reading.indexOf(i -> i.is(Word.CUSTOMERS));
    int by = noun < 0 ? -1 : reading.before(noun);
    if (by >= 0 && reading.is(by, Word.HOW_MANY)) {
      by = reading.before(by);
    }
    if (measures.isEmpty() && dimension != null && reading.is(by, Word.BY)) {
      reading.item(by).use();
      reading.item(noun).use();
      measures.add("customers");
    }
    if (!measures.isEmpty()) {
      measures.set(0, reading.chips.chosen("measure", measures.getFirst()));
    }
    if (measures.isEmpty() && !stake && reading.chips.changed("measure")) {
      measures.add(reading.chips.chosen("measure", ""));
    }
  }

  /// Customers are counted or listed: no split, no time that belongs to rows.
  private boolean onlyCustomers() {
    return dimension == null
        && !trend
        && time.other == null
        && reading.versus == null
        && (time.main == null || isToday(time.main));
  }

  private boolean isToday(TimeValue.Span span) {
    return span.unit() == Grain.DAY && span.toDate();
  }

  private Built customers() {
    if (reading.conditions.isEmpty() && listed && !ranked && !stake) {
      return Built.refused("Say which customers: for example loyal customers at risk.");
    }
    Audience audience = asCustomers(reading, reading.audience());
    if (ranked) {
      return topCustomers("margin", audience);
    }
    if (stake) {
      reading.chips.fixed(-1, "tool", "count", "customers");
      reading.chips.fixed(reading.size(), "stake", "at stake", "margin, 12 months");
      return Built.of(new Plan.Count(audience, true));
    }
    if (!reading.has(Word.HOW_MANY, Word.HOW_MUCH) && !audience.isAll()) {
      String sort = risky(audience) ? "at_risk_margin" : "margin_12m";
      sort = reading.chips.chosen("sort", sort);
      chips.sort(sort);
      reading.chips.fixed(-1, "tool", "list", "customers");
      return Built.of(new Plan.ListCustomers(audience, sort, true, 0));
    }
    reading.chips.fixed(-1, "tool", "count", "customers");
    return Built.of(new Plan.Count(audience, false));
  }

  private static boolean ofToday(Audience audience) {
    return audience.conditions().stream()
        .anyMatch(c -> c instanceof Condition.Is is && is.dimension().equals("lifecycle"));
  }

  private static boolean risky(Audience audience) {
    return audience.conditions().stream()
        .anyMatch(c -> c instanceof Condition.Threshold t && t.attribute().equals("churn"));
  }

  private Built topCustomers(String key, Audience audience) {
    Measure measure = reading.layer.measure(key);
    boolean highest = judged && measure.bad() ? !most : most;
    int n =
        (int) reading.chips.chosenNumber("top", top == 0 ? (listed || top == 0 ? 10 : top) : top);
    chips.top(n, highest);
    chips.measure(measureAt, measure, List.of());
    String sort = SORTS.get(key);
    if (time.main == null && !time.allTime && sort != null) {
      return Built.of(new Plan.ListCustomers(audience, sort, highest, n));
    }
    Period period = period(measure, true);
    Optional<TableDef> table = reading.layer.tableFor(measure, List.of(), period != null);
    if (table.isEmpty() || table.get().isCustomer() && sort == null) {
      return Built.refused("Customers cannot be ranked by " + measure.title() + " of a period.");
    }
    if (table.get().isCustomer() && sort != null) {
      return Built.of(new Plan.ListCustomers(audience, sort, highest, n));
    }
    return Built.of(new Plan.TopCustomers(key, n, highest, audience, period));
  }

  private Built measured() {
    if (stake) {
      if (!measures.isEmpty()) {
        return Built.refused("Ask for the money at stake on its own.");
      }
      measures.add("margin_at_risk");
    }
    if (measures.isEmpty()) {
      measures.add(ranked && dimension != null ? "revenue" : "customers");
    }
    Measure measure = reading.layer.measure(measures.getFirst());
    if (customers
        && ranked
        && dimension == null
        && !trend
        && time.other == null
        && reading.versus == null) {
      return topCustomers(measure.key(), asCustomers(reading, reading.audience()));
    }
    if (dimension == null && !shareOfMeasure && listed && ranked && !trend) {
      return Built.refused("Say what is to be ranked: stores, campaigns, customers.");
    }
    List<Dimension> with = new ArrayList<>();
    if (dimension != null) {
      with.add(dimension);
    }
    if (reading.versus != null) {
      with.add(reading.layer.dimension(reading.versus.dimension()));
    }
    Audience audience = reading.audience();
    if (measure.key().equals("customers")) {
      audience = asCustomers(reading, audience);
    } else {
      for (Condition condition : audience.conditions()) {
        if (condition instanceof Condition.Is is) {
          with.add(reading.layer.dimension(is.dimension()));
        }
      }
    }
    boolean needsTime = trend || time.other != null || time.main != null && !isToday(time.main);
    if (measure.key().equals("customers") && needsTime && risky(audience)) {
      return Built.refused("Churn risk is known as of today only, not over time.");
    }
    if (measure.key().equals("customers") && needsTime && ofToday(audience)) {
      return Built.refused("The lifecycle is known as of today only, not over time.");
    }
    Optional<TableDef> table = reading.layer.tableFor(measure, with, needsTime);
    if (table.isEmpty()) {
      return Built.refused(
          needsTime && !measure.hasTime()
              ? capital(measure.title()) + " is known as of today only."
              : capital(measure.title())
                  + " cannot be told by "
                  + String.join(
                      " and ",
                      with.stream().map(d -> d.title().toLowerCase(java.util.Locale.ROOT)).toList())
                  + ".");
    }
    chips.measure(measureAt, measure, with);
    for (String more : measures.subList(1, measures.size())) {
      chips.more(measureAt, reading.layer.measure(more));
    }
    return shaped(measure, table.get(), audience);
  }

  private Built shaped(Measure measure, TableDef table, Audience audience) {
    boolean ofToday = table.isCustomer() && !measure.event();
    if (measures.size() > 1 && (dimension == null || time.other != null || trend || ranked)) {
      return Built.refused("Several numbers at once can only be split by a dimension.");
    }
    if (time.other != null) {
      return compared(measure, audience);
    }
    if (trend) {
      if (dimension != null || ranked) {
        return Built.refused("A trend and a split at once cannot be shown. Ask for one of them.");
      }
      Period period = trendPeriod();
      Grain step = grain != null ? grain : period.days() <= 120 ? Grain.WEEK : Grain.MONTH;
      if (grain == null) {
        step = Grain.valueOf(reading.chips.chosen("grain", step.name()));
        chips.grain(reading.size(), step);
      }
      reading.chips.fixed(-1, "tool", "trend", "over time");
      return Built.of(new Plan.Trend(measure.key(), step, audience, period));
    }
    Period period = period(measure, !ofToday);
    if (reading.versus != null) {
      return Built.of(
          new Plan.CompareGroups(
              measure.key(),
              reading.versus.dimension(),
              reading.versus.values(),
              audience,
              period));
    }
    if (dimension != null) {
      chips.dimension(dimensionAt, dimension, measure);
      if (ranked) {
        boolean highest = judged && measure.bad() ? !most : most;
        int n = (int) reading.chips.chosenNumber("top", top == 0 ? 10 : top);
        chips.top(n, highest);
        return Built.of(new Plan.Top(dimension.key(), measure.key(), n, highest, audience, period));
      }
      return Built.of(new Plan.Breakdown(List.copyOf(measures), dimension.key(), audience, period));
    }
    if (shareOfMeasure) {
      return Built.refused("Ask for the number by a dimension to see the shares.");
    }
    if (ranked) {
      return Built.refused("Say what is to be ranked: stores, campaigns, customers.");
    }
    return Built.of(new Plan.Figure(measure.key(), audience, period));
  }

  private Built compared(Measure measure, Audience audience) {
    TimeValue.Span main = time.main;
    TimeValue other = time.other;
    if (main == null || other == null || trend || ranked || reading.versus != null) {
      return Built.refused("Say which two periods are to be compared.");
    }
    TimeValue.Span chosen = chips.period(time.mainAt, main);
    TimeValue.Span against = reading.calendar.against(chosen == null ? main : chosen, other);
    Period first = chosen == null ? main.period() : chosen.period();
    reading.chips.fixed(time.otherAt, "against", "against", against.period().words());
    if (dimension != null) {
      chips.dimension(dimensionAt, dimension, measure);
    }
    return Built.of(
        new Plan.ComparePeriods(
            measure.key(),
            dimension == null ? null : dimension.key(),
            audience,
            first,
            against.period()));
  }

  private Period trendPeriod() {
    TimeValue.Span own = time.main;
    if (own == null) {
      own =
          grain == null
              ? reading.calendar.rolling(12, Grain.MONTH)
              : switch (grain) {
                case DAY -> reading.calendar.rolling(30, Grain.DAY);
                case WEEK -> reading.calendar.rolling(13, Grain.WEEK);
                case MONTH -> reading.calendar.rolling(12, Grain.MONTH);
                case QUARTER -> reading.calendar.rolling(24, Grain.MONTH);
                case YEAR -> reading.calendar.rolling(5, Grain.YEAR);
              };
    }
    TimeValue.Span chosen = chips.period(time.mainAt < 0 ? reading.size() : time.mainAt, own);
    return chosen == null ? own.period() : chosen.period();
  }

  /// The period asked for; else the last twelve months, said in a chip; null for all time.
  private @Nullable Period period(Measure measure, boolean timed) {
    if (!timed || !measure.hasTime()) {
      return null;
    }
    if (time.allTime) {
      reading.chips.fixed(reading.size(), "period", "period", "all time");
      return null;
    }
    TimeValue.Span own = time.main == null ? reading.calendar.rolling(12, Grain.MONTH) : time.main;
    TimeValue.Span chosen = chips.period(time.mainAt < 0 ? reading.size() : time.mainAt, own);
    return chosen == null ? null : chosen.period();
  }

  private static String capital(String title) {
    return Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }

  static Audience asCustomers(Reading reading, Audience audience) {
    List<Condition> conditions = new ArrayList<>();
    for (Condition condition : audience.conditions()) {
      if (condition instanceof Condition.Is is) {
        Dimension of = reading.layer.dimension(is.dimension());
        String did = of.did();
        if (!of.ofCustomer() && did != null) {
          Condition.Is plain = new Condition.Is(is.dimension(), is.values(), false, is.phrase());
          conditions.add(
              new Condition.Did(did, List.of(plain), null, 1, is.negated(), is.phrase()));
          continue;
        }
      }
      conditions.add(condition);
    }
    return new Audience(conditions);
  }
}

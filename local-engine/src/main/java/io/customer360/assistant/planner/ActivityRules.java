package io.customer360.assistant.planner;

import io.customer360.assistant.plan.Condition;
import io.customer360.assistant.plan.Period;
import io.customer360.assistant.semantic.Activity;
import io.customer360.assistant.semantic.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what customers did: `bought tents last year`, `have not ordered for 90 days`, `with late
/// deliveries`, `complained about delivery`, `buyers of the recalled batch`.
final class ActivityRules {
  private static final Set<String> VERBS =
      Set.of("ordered", "bought", "purchased", "shopped", "buy", "shop", "buys", "redeemed");

  private final Reading reading;

  ActivityRules(Reading reading) {
    this.reading = reading;
  }

  void apply() {
    for (int i = 0; i < reading.size(); i++) {
      Item item = reading.item(i);
      if (item.used()) {
        continue;
      }
      if (item.is(Word.BUYERS)) {
        read(i, "ordered");
        continue;
      }
      Optional<Sense.ActivitySense> activity = item.as(Sense.ActivitySense.class);
      if (activity.isPresent() && meansDoing(i, item)) {
        read(i, activity.get().key());
      }
    }
  }

  /// `orders` is mostly a number; it is a deed after `without`, `have not`, or a who.
  private boolean meansDoing(int i, Item item) {
    if (!item.can(Sense.MeasureSense.class) && !item.can(Sense.AttributeSense.class)) {
      return true;
    }
    if (VERBS.contains(item.tokens.getFirst().norm())) {
      return reading.has(Word.CUSTOMERS) || !item.can(Sense.MeasureSense.class);
    }
    int prior = reading.before(i);
    return prior >= 0
        && reading.has(Word.CUSTOMERS)
        && reading.is(prior, Word.NOT, Word.WITHOUT, Word.WITH, Word.THAT)
        && prior > reading.indexOf(x -> x.is(Word.CUSTOMERS));
  }

  private void read(int i, String key) {
    String activity = key;
    List<Condition.Is> details = new ArrayList<>();
    Period period = null;
    int times = 1;
    int at = i + 1;
    int end = i + 1;
    Item verb = reading.item(i);
    while (at < reading.size()) {
      Item item = reading.item(at);
      if (item.used()) {
        break;
      }
      if (item.is(Word.TWICE)) {
        times = 2;
        at = mark(item, at);
        end = at;
        continue;
      }
      if (item.is(Word.ONCE)) {
        at = mark(item, at);
        end = at;
        continue;
      }
      int counted = times(at);
      if (counted > 0) {
        times = counted;
        while (!reading.is(at, Word.TIMES)) {
          at = mark(reading.item(at), at);
        }
        at = mark(reading.item(at), at);
        end = at;
        continue;
      }
      Optional<Sense.TimeSense> time = item.as(Sense.TimeSense.class);
      if (time.isPresent() && period == null) {
        if (time.get().value() instanceof TimeValue.Span span && !versusBefore(at)) {
          period = span.period();
          at = mark(item, at);
          end = at;
          continue;
        }
        if (time.get().value() instanceof TimeValue.AllTime) {
          at = mark(item, at);
          end = at;
          continue;
        }
        break;
      }
      Condition.Is detail = detail(activity, at);
      if (detail != null) {
        if (activity.equals("ordered") && !onTable("orders", detail.dimension())) {
          activity = "bought";
        }
        if (activity.equals("bought") && !onTable("line", detail.dimension())) {
          break;
        }
        boolean joined =
            !details.isEmpty() && details.getLast().dimension().equals(detail.dimension());
        if (joined) {
          break;
        }
        details.add(detail);
        end = useThrough(at, detail.values().size());
        at = end;
        continue;
      }
      boolean glue =
          item.is(Word.FILLER)
              || item.is(Word.IN, Word.ABOUT)
              || item.is(Word.WITH) && detail(activity, reading.next(at + 1)) != null;
      if (!glue) {
        break;
      }
      at++;
    }
    boolean negated = reading.negated(i);
    for (int used = i; used < end; used++) {
      reading.item(used).use();
    }
    String phrase = phrase(i, Math.max(end, i + 1));
    verb.use();
    Condition.Did did = new Condition.Did(activity, details, period, times, negated, phrase);
    reading.add(i, did);
    String chipKey = "did." + i;
    reading.chips.fixed(i, chipKey, phrase, Phrasing.did(reading.layer, did));
  }

  private boolean versusBefore(int at) {
    return reading.is(reading.before(at), Word.VERSUS);
  }

  /// `3 times`, `more than 3 times`, `at least 3 times`: the least number; 0 when not said.
  private int times(int at) {
    int number = reading.is(at, Word.GT, Word.GE) ? reading.next(at + 1) : at;
    if (number >= reading.size() || !reading.is(number + 1, Word.TIMES)) {
      return 0;
    }
    Optional<Sense.NumberSense> value = reading.item(number).as(Sense.NumberSense.class);
    return value.map(v -> (int) v.value() + (reading.is(at, Word.GT) ? 1 : 0)).orElse(0);
  }

  /// A value (or several of one dimension) that this activity's rows carry.
  private Condition.@Nullable Is detail(String activity, int at) {
    if (at >= reading.size() || reading.item(at).used()) {
      return null;
    }
    Item item = reading.item(at);
    Activity does = reading.layer.activity(activity);
    for (Sense sense : item.senses) {
      if (sense instanceof Sense.ValueSense value) {
        Dimension dimension = reading.layer.dimension(value.dimension());
        boolean here = dimension.on().containsKey(does.table());
        boolean asLine = does.key().equals("ordered") && dimension.on().containsKey("line");
        if (here || asLine) {
          List<String> all = new ArrayList<>(value.values());
          int next = at + 1;
          while (next + 1 < reading.size()
              && (reading.is(next, Word.OR, Word.AND) || reading.item(next).comma())) {
            Optional<Sense.ValueSense> more = sameDimension(next + 1, value.dimension());
            if (more.isEmpty()) {
              break;
            }
            if (reading.is(next, Word.AND)) {
              return new Condition.Is(value.dimension(), all, false, item.phrase());
            }
            all.addAll(more.get().values());
            next += 2;
          }
          return new Condition.Is(value.dimension(), all, false, item.phrase());
        }
      }
    }
    return null;
  }

  private Optional<Sense.ValueSense> sameDimension(int i, String dimension) {
    return reading.item(i).senses.stream()
        .filter(Sense.ValueSense.class::isInstance)
        .map(Sense.ValueSense.class::cast)
        .filter(v -> v.dimension().equals(dimension))
        .findFirst();
  }

  private int useThrough(int at, int values) {
    int i = at;
    int seen = 0;
    while (i < reading.size()) {
      Item item = reading.item(i);
      if (item.can(Sense.ValueSense.class)) {
        seen += item.as(Sense.ValueSense.class).map(v -> v.values().size()).orElse(1);
      }
      item.use();
      i++;
      if (seen >= values) {
        break;
      }
    }
    return i;
  }

  private boolean onTable(String table, String dimension) {
    return reading.layer.dimension(dimension).on().containsKey(table);
  }

  private static int mark(Item item, int at) {
    item.use();
    return at + 1;
  }

  private String phrase(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(text.isEmpty() ? "" : " ").append(reading.item(i).phrase());
    }
    return text.toString();
  }
}

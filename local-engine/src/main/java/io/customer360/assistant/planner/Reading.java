package io.customer360.assistant.planner;

import io.customer360.assistant.plan.Audience;
import io.customer360.assistant.plan.Condition;
import io.customer360.assistant.semantic.SemanticLayer;
import io.customer360.assistant.semantic.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A question while it is read: its items, what the rules made of them so far, its chips.
final class Reading {
  final List<Item> items;
  final SemanticLayer layer;
  final Values values;
  final Calendar calendar;
  final ChipBox chips;
  final List<Placed> conditions = new ArrayList<>();

  /// Two or more values of one dimension set against each other.
  Condition.@Nullable Is versus;

  Reading(List<Item> items, SemanticLayer layer, Values values, Calendar calendar, ChipBox chips) {
    this.items = items;
    this.layer = layer;
    this.values = values;
    this.calendar = calendar;
    this.chips = chips;
  }

  int size() {
    return items.size();
  }

  Item item(int i) {
    return items.get(i);
  }

  boolean is(int i, Word... words) {
    return i >= 0 && i < items.size() && items.get(i).is(words);
  }

  /// The next item from `i` on that is no filler; `size()` when there is none.
  int next(int i) {
    int at = i;
    while (at < items.size() && items.get(at).is(Word.FILLER)) {
      at++;
    }
    return at;
  }

  /// The nearest item before `i` that is no filler; -1 when there is none.
  int before(int i) {
    int at = i - 1;
    while (at >= 0 && items.get(at).is(Word.FILLER)) {
      at--;
    }
    return at;
  }

  Optional<Item> unused(Word... words) {
    return items.stream().filter(i -> !i.used() && i.is(words)).findFirst();
  }

  /// Uses every item with one of these words; whether there was any.
  boolean take(Word... words) {
    boolean any = false;
    for (Item item : items) {
      if (!item.used() && item.is(words)) {
        item.use();
        any = true;
      }
    }
    return any;
  }

  boolean has(Word... words) {
    return items.stream().anyMatch(i -> i.is(words));
  }

  int indexOf(Predicate<Item> test) {
    for (int i = 0; i < items.size(); i++) {
      if (test.test(items.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /// Whether the phrase at `i` is negated; uses the negation. Looks back over fillers and the words
  /// that may stand between: `do not live in Leeds`, `without any`.
  boolean negated(int i) {
    int at = before(i);
    int steps = 0;
    while (at >= 0 && steps < 4) {
      Item item = items.get(at);
      if (item.is(Word.NOT, Word.WITHOUT)) {
        if (item.used()) {
          return false;
        }
        item.use();
        return true;
      }
      boolean between =
          !item.used() && item.is(Word.IN, Word.WITH, Word.ABOUT) && !item.is(Word.AND);
      if (!between) {
        return false;
      }
      at = before(at);
      steps++;
    }
    return false;
  }

  void add(int at, Condition condition) {
    conditions.add(new Placed(at, condition));
  }

  List<Placed> ordered() {
    return conditions.stream().sorted(Comparator.comparingInt(Placed::at)).toList();
  }

  Audience audience() {
    return new Audience(ordered().stream().map(Placed::condition).toList());
  }

  Audience audience(Predicate<Placed> part) {
    return new Audience(ordered().stream().filter(part).map(Placed::condition).toList());
  }
}

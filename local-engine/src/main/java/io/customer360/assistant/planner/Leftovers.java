package io.customer360.assistant.planner;

import java.util.List;

/// What no rule accounted for. Words that only tie others together count as accounted for when
/// what they tie is.
final class Leftovers {
  private static final Word[] GLUE = {
    Word.IN, Word.WITH, Word.AND, Word.THAT, Word.ABOUT, Word.BUT
  };
  private static final Word[] OPENERS = {
    Word.LIST, Word.WHICH, Word.HOW_MANY, Word.HOW_MUCH, Word.CUSTOMERS
  };

  private final Reading reading;

  Leftovers(Reading reading) {
    this.reading = reading;
  }

  List<Item> items() {
    return reading.items.stream()
        .filter(i -> !i.used() && !i.is(Word.FILLER) && !i.is(OPENERS))
        .filter(i -> !tied(i))
        .toList();
  }

  private boolean tied(Item item) {
    if (!item.is(GLUE)) {
      return false;
    }
    int at = reading.items.indexOf(item);
    int next = reading.next(at + 1);
    while (next < reading.size()
        && !reading.item(next).used()
        && (reading.item(next).is(GLUE) || reading.item(next).is(OPENERS))) {
      next = reading.next(next + 1);
    }
    return next >= reading.size() || reading.item(next).used();
  }
}

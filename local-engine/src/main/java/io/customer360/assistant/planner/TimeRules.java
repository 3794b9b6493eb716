package io.customer360.assistant.planner;

import io.customer360.assistant.plan.Grain;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides which of the question's time phrases is the period asked for and which is the one to set
/// against it.
final class TimeRules {
  private final Reading reading;

  TimeValue.@Nullable Span main;
  @Nullable TimeValue other;
  boolean allTime;
  int mainAt = -1;
  int otherAt = -1;

  TimeRules(Reading reading) {
    this.reading = reading;
  }

  void apply() {
    for (int i = 0; i < reading.size(); i++) {
      Item item = reading.item(i);
      Optional<Sense.TimeSense> time =
          item.used() ? Optional.empty() : item.as(Sense.TimeSense.class);
      if (time.isEmpty()) {
        continue;
      }
      switch (time.get().value()) {
        case TimeValue.AllTime ignored -> {
          allTime = true;
          item.use();
        }
        case TimeValue.Previous p -> against(i, p);
        case TimeValue.YearBefore y -> against(i, y);
        case TimeValue.OnEach e -> against(i, e);
        case TimeValue.Span span -> span(i, item, span);
      }
    }
    fill();
  }

  private void span(int i, Item item, TimeValue.Span span) {
    int prior = reading.before(i);
    boolean versus = reading.is(prior, Word.VERSUS) && !reading.item(prior).used();
    boolean compared =
        main != null
            && reading.has(Word.COMPARE)
            && reading.is(prior, Word.WITH, Word.AND, Word.IN, Word.VERSUS);
    if (versus || compared) {
      against(i, span);
      if (compared) {
        reading.take(Word.COMPARE);
        reading.item(prior).use();
      }
    } else if (main == null) {
      main = span;
      mainAt = i;
      item.use();
    }
  }

  private void against(int i, TimeValue value) {
    if (other != null) {
      return;
    }
    other = value;
    otherAt = i;
    reading.item(i).use();
    int prior = reading.before(i);
    if (reading.is(prior, Word.VERSUS, Word.WITH, Word.AND)) {
      reading.item(prior).use();
    }
    reading.take(Word.COMPARE);
  }

  /// Only one side named: the running unit is the other.
  private void fill() {
    if (main != null || other == null) {
      return;
    }
    Grain unit =
        switch (other) {
          case TimeValue.Span span -> span.unit();
          case TimeValue.Previous previous -> previous.unit();
          case TimeValue.OnEach each -> each.unit();
          case TimeValue.YearBefore ignored -> Grain.YEAR;
          case TimeValue.AllTime ignored -> null;
        };
    if (unit != null) {
      main = reading.calendar.current(unit);
      mainAt = otherAt;
    }
  }
}

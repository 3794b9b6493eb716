package io.customer360.assistant.planner;

import io.customer360.assistant.plan.Grain;
import io.customer360.assistant.planner.TimePhrases.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Times told by another one: `the one before`, `a year ago`, `the same month last year`, `month on
/// month`.
final class RelativePhrases extends TimeTokens {
  RelativePhrases(List<Token> all) {
    read(all);
  }

  /// The phrase at token `i`; null when there is none.
  @Nullable Match match(int i) {
    int at = is(i, "the") ? i + 1 : i;
    if (is(at, "one", "period") && is(at + 1, "before")) {
      return new Match(new TimeValue.Previous(null), at + 2 - i);
    }
    if (is(at, "previous", "prior", "preceding") && is(at + 1, "one", "period")) {
      return new Match(new TimeValue.Previous(null), at + 2 - i);
    }
    Grain unit = unit(at);
    if (unit != null && is(at + 1, "before", "earlier", "prior")) {
      return new Match(new TimeValue.Previous(unit), at + 2 - i);
    }
    if (is(at, "previous", "prior", "preceding") && at > i) {
      Grain named = unit(at + 1);
      if (named != null) {
        return new Match(new TimeValue.Previous(named), at + 2 - i);
      }
    }
    if (is(at, "a", "one") || is(at, "1")) {
      Grain ago = unit(at + 1);
      if (ago != null && is(at + 2, "ago", "earlier", "before")) {
        return new Match(
            ago == Grain.YEAR ? new TimeValue.YearBefore() : new TimeValue.Previous(ago),
            at + 3 - i);
      }
    }
    if (is(at, "same")) {
      boolean named = is(at + 1, "period", "time") || unit(at + 1) != null;
      int tail = named && is(at + 2, "of", "in") ? at + 3 : at + 2;
      if (named && (is(tail, "last", "the") && is(tail + 1, "year", "previous"))) {
        return new Match(new TimeValue.YearBefore(), tail + 2 - i);
      }
      if (named && is(at + 2, "a") && is(at + 3, "year") && is(at + 4, "ago", "earlier")) {
        return new Match(new TimeValue.YearBefore(), at + 5 - i);
      }
    }
    if (is(at, "yoy")) {
      return new Match(new TimeValue.OnEach(Grain.YEAR), at + 1 - i);
    }
    Grain each = unit(at);
    if (each != null && is(at + 1, "on", "over") && unit(at + 2) == each) {
      return new Match(new TimeValue.OnEach(each), at + 3 - i);
    }
    return null;
  }
}

package io.customer360.assistant.planner;

import io.customer360.assistant.plan.Grain;
import io.customer360.assistant.plan.Period;
import org.jspecify.annotations.Nullable;

/// A time phrase as read.
sealed interface TimeValue {
  /// Days, with a key when it is a named period a chip can offer (`last-quarter`).
  ///
  /// @param unit the calendar unit it is one of; null for any other span
  /// @param toDate whether it is a unit that has not ended yet
  record Span(Period period, String key, @Nullable Grain unit, boolean toDate)
      implements TimeValue {}

  /// From the first data to today: asked for in words (`ever`, `in total`).
  record AllTime() implements TimeValue {}

  /// `the one before`, `the previous quarter`: relative to the other period.
  record Previous(@Nullable Grain unit) implements TimeValue {}

  /// `the same period last year`, `a year earlier`.
  record YearBefore() implements TimeValue {}

  /// `year on year`, `quarter on quarter`: both periods at once.
  record OnEach(Grain unit) implements TimeValue {}
}

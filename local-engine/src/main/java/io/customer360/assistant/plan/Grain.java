package io.customer360.assistant.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// The step of a trend.
public enum Grain {
  DAY("day"),
  WEEK("week"),
  MONTH("month"),
  QUARTER("quarter"),
  YEAR("year");

  private final String words;

  Grain(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /// The first day of the step a day lies in; weeks start on Monday.
  public LocalDate start(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  public LocalDate plus(LocalDate start, int steps) {
    return switch (this) {
      case DAY -> start.plusDays(steps);
      case WEEK -> start.plusWeeks(steps);
      case MONTH -> start.plusMonths(steps);
      case QUARTER -> start.plusMonths(3L * steps);
      case YEAR -> start.plusYears(steps);
    };
  }

  /// Days between points on an axis, about.
  public int days() {
    return switch (this) {
      case DAY -> 1;
      case WEEK -> 7;
      case MONTH -> 30;
      case QUARTER -> 91;
      case YEAR -> 365;
    };
  }
}

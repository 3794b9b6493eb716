package io.customer360.studio.count;

import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Value;
import io.customer360.studio.rule.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Times of rules as microseconds and seconds since 1970, UTC.
record Moments(Instant asOf, ZoneId zone) {
  static final long DAY = 86_400_000_000L;

  long today() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, asOf);
  }

  /// A value as the number its field's column holds.
  double number(Field field, Value value) {
    return switch (value) {
      case Value.Number number -> number.number().doubleValue();
      case Value.Truth truth -> truth.truth() ? 1 : 0;
      case Value.DaysAgo ago -> today() - ago.days() * DAY;
      case Value.Day day ->
          field.type() == FieldType.DATE ? day.day().toEpochDay() * DAY : start(day.day()) * 1e6;
      case Value.Text text -> throw new IllegalArgumentException("a text is no number");
      case Value.Multiple multiple -> throw new IllegalArgumentException("a multiple is no number");
    };
  }

  /// Seconds at which a day begins.
  private long start(LocalDate day) {
    return day.atStartOfDay(zone).toEpochSecond();
  }

  /// Events count from the first second to the last, both included.
  record Span(long first, long last) {}

  /// @param ended days that must have passed since the event
  Span span(Window window, int ended) {
    long latest = Math.floorDiv(today() - ended * DAY, 1_000_000L);
    return switch (window) {
      case Window.Anytime any -> new Span(Long.MIN_VALUE, latest);
      case Window.LastDays last ->
          new Span(Math.floorDiv(today() - last.days() * DAY, 1_000_000L) + 1, latest);
      case Window.Before before ->
          new Span(
              Long.MIN_VALUE,
              Math.min(latest, Math.floorDiv(today() - before.days() * DAY, 1_000_000L)));
      case Window.Since since -> new Span(start(since.from()), latest);
      case Window.Between between ->
          new Span(start(between.from()), Math.min(latest, start(between.to().plusDays(1)) - 1));
    };
  }
}

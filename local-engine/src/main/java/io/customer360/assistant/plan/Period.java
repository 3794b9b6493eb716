package io.customer360.assistant.plan;

import java.time.LocalDate;

/// Days from `from` (inclusive) to `to` (exclusive) in the workspace's zone.
///
/// @param words as it is printed: `1 Jul to 30 Sep 2026`
public record Period(LocalDate from, LocalDate to, String words) {
  public Period {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("an empty period: " + from + " to " + to);
    }
  }

  public long days() {
    return java.time.temporal.ChronoUnit.DAYS.between(from, to);
  }

  /// `2026-07-01..2026-09-30`, last day included.
  public String range() {
    return from + ".." + to.minusDays(1);
  }
}

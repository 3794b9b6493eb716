package io.customer360.profile.timeline;

import io.customer360.profile.timeline.JourneyStage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The stages of a customer over time, day by day from the moments of the orders. Quiet means days
/// since the last order:
///
/// - churned: quiet > max(4 x usual gap, else 365; 180)
/// - at risk: quiet > max(1.5 x usual gap, else 120; 30)
/// - new: the first order is at most 60 days old
///
/// The usual gap is the time from the first to the last order by the number of other days with an
/// order. Days are those of UTC, as in the lake's tables.
public final class Journeys {
  private static final int NEW_DAYS = 60;

  private Journeys() {}

  /// The stages between two moments, in order and without gaps; empty when `until` is not later.
  ///
  /// @param ordered moments of orders, the oldest first
  public static List<JourneyStage> stages(List<Instant> ordered, Instant from, Instant until) {
    List<JourneyStage> stages = new ArrayList<>();
    Instant day = from;
    while (day.isBefore(until)) {
      Instant next = day.plus(Duration.ofDays(1));
      Instant end = next.isAfter(until) ? until : next;
      // what held at the end of the day
      Stage stage = at(ordered, end);
      if (!stages.isEmpty() && stages.getLast().stage() == stage) {
        JourneyStage last = stages.removeLast();
        stages.add(new JourneyStage(stage, last.from(), end));
      } else {
        stages.add(new JourneyStage(stage, day, end));
      }
      day = end;
    }
    return stages;
  }

  static Stage at(List<Instant> ordered, Instant moment) {
    List<LocalDate> days =
        ordered.stream().filter(order -> !order.isAfter(moment)).map(Journeys::day).toList();
    if (days.isEmpty()) {
      return Stage.PROSPECT;
    }
    LocalDate today = day(moment);
    long others = days.stream().distinct().count() - 1;
    long quiet = ChronoUnit.DAYS.between(days.getLast(), today);
    double gap =
        others == 0
            ? Double.NaN
            : ChronoUnit.DAYS.between(days.getFirst(), days.getLast()) / (double) others;
    if (quiet > Math.max(others == 0 ? 365 : 4 * gap, 180)) {
      return Stage.CHURNED;
    }
    if (quiet > Math.max(others == 0 ? 120 : 1.5 * gap, 30)) {
      return Stage.AT_RISK;
    }
    return ChronoUnit.DAYS.between(days.getFirst(), today) <= NEW_DAYS ? Stage.NEW : Stage.ACTIVE;
  }

  private static LocalDate day(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}

package io.customer360.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// Which past days to learn from and which later day to judge on. Whatever is learnt from was known
/// before the judged day: the outcome of the last day learnt from ends where the judged day begins.
///
/// @param judgeFrom days learnt from for the judgement, the latest first
/// @param judgedAt the later day
/// @param learnFrom days learnt from for the model in use, the latest first; the outcome of the
///     latest ends today
record SnapshotPlan(List<Instant> judgeFrom, Instant judgedAt, List<Instant> learnFrom) {
  private static final int SNAPSHOTS = 4;

  /// Before a day can teach, there must be this much history.
  static final Duration LEAST_HISTORY = Duration.ofDays(90);

  static SnapshotPlan of(ModelKind kind, Instant firstOrder, Instant asOf) {
    Duration horizon = Duration.ofDays(kind.horizonDays());
    Duration step = Duration.ofDays(Math.min(kind.horizonDays(), 45));
    Instant judgedAt = asOf.minus(horizon);
    return new SnapshotPlan(
        days(judgedAt.minus(horizon), step, firstOrder),
        judgedAt,
        days(judgedAt, step, firstOrder));
  }

  private static List<Instant> days(Instant last, Duration step, Instant firstOrder) {
    Instant earliest = firstOrder.plus(LEAST_HISTORY);
    return IntStream.range(0, SNAPSHOTS)
        .mapToObj(k -> last.minus(step.multipliedBy(k)))
        .filter(day -> !day.isBefore(earliest))
        .toList();
  }
}

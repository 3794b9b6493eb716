package io.customer360.ui.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How many pairs were judged since the screen was opened, and how fast. Pauses of more than a
/// minute count as one minute: a telephone call does not make a slow steward.
final class Session {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private final List<Instant> judged = new ArrayList<>();

  void judged(Instant at) {
    judged.add(at);
  }

  void takenBack() {
    if (!judged.isEmpty()) {
      judged.removeLast();
    }
  }

  int count() {
    return judged.size();
  }

  /// Pairs a minute, from the first judgement to the last; 0 with fewer than three.
  double perMinute() {
    if (judged.size() < 3) {
      return 0;
    }
    long millis = 0;
    for (int i = 1; i < judged.size(); i++) {
      Duration gap = Duration.between(judged.get(i - 1), judged.get(i));
      millis += (gap.compareTo(LONGEST) > 0 ? LONGEST : gap).toMillis();
    }
    return millis <= 0 ? 0 : (judged.size() - 1) * 60_000.0 / millis;
  }
}

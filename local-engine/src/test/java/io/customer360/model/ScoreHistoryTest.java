package io.customer360.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreHistoryTest {
  private static final Instant TODAY = Instant.parse("2026-11-20T09:40:00Z");

  private static List<Long> daysBack(long customers) {
    return ScoreHistory.days(TODAY, customers).stream()
        .map(day -> Duration.between(day, TODAY).toDays())
        .toList();
  }

  @Test
  void goesBackTwelveWeeksOldestFirst() {
    assertThat(daysBack(10_000)).containsExactly(84L, 70L, 56L, 42L, 28L, 14L);
  }

  @Test
  void aLargeLakeGetsFewerDaysButAlwaysTheOneOfFourWeeksAgo() {
    assertThat(daysBack(50_001)).containsExactly(84L, 56L, 28L);
    assertThat(daysBack(1_000_000)).containsExactly(28L);
  }
}

package io.customer360.connector.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  @Test
  void waitsGrowWithJitterAndEndAfterTenAttempts() {
    RetrySchedule schedule = RetrySchedule.standard();
    Duration total = Duration.ZERO;
    for (int attempt = 1; attempt <= 9; attempt++) {
      total = total.plus(schedule.after(attempt, Optional.empty(), "msg_1").orElseThrow());
    }
    assertThat(total).isBetween(Duration.ofMinutes(4535), Duration.ofMinutes(5445));
    assertThat(schedule.after(10, Optional.empty(), "msg_1")).isEmpty();
    assertThat(schedule.after(1, Optional.empty(), "a"))
        .isNotEqualTo(schedule.after(1, Optional.empty(), "b"));
    assertThat(schedule.after(1, Optional.empty(), "a"))
        .isEqualTo(schedule.after(1, Optional.empty(), "a"));
  }

  @Test
  void theTargetsWishIsKeptWhenLonger() {
    RetrySchedule schedule = RetrySchedule.standard();
    assertThat(schedule.after(1, Optional.of(Duration.ofHours(1)), "a"))
        .contains(Duration.ofHours(1));
    assertThat(schedule.after(2, Optional.of(Duration.ofSeconds(1)), "a").orElseThrow())
        .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
  }
}

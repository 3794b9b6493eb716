package io.customer360.connector.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.connector.Attempt.TryLater;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

  @Test
  void aBucketLetsTheBurstThroughThenTheRate() {
    RateLimit limit = new RateLimit(10, 2, now::get);
    assertThat(limit.ready()).isEqualTo(2);
    assertThat(limit.until(2)).isZero();
    limit.take(2);
    assertThat(limit.until(1)).isEqualTo(Duration.ofMillis(100));
    assertThatThrownBy(() -> limit.take(1)).isInstanceOf(IllegalArgumentException.class);
    pass(Duration.ofMillis(100));
    assertThat(limit.ready()).isEqualTo(1);
  }

  @Test
  void aTargetIsLeftAloneForAsLongAsItAsked() {
    RateLimit limit = new RateLimit(10, 2, now::get);
    limit.pause(Duration.ofSeconds(3));
    limit.pause(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(1));
    assertThat(limit.ready()).isZero();
    assertThat(limit.until(1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(limit.closedFor()).isEqualTo(Duration.ofSeconds(2));
    pass(Duration.ofSeconds(2));
    assertThat(limit.ready()).isEqualTo(2);
  }

  @Test
  void noWishIsTooLongToCount() {
    RateLimit limit = new RateLimit(1e-300, 1, now::get);
    limit.take(1);
    assertThat(limit.until(1)).isEqualTo(TryLater.LONGEST_REST);
    limit.pause(Duration.ofSeconds(Long.MAX_VALUE));
    assertThat(limit.closedFor()).isEqualTo(TryLater.LONGEST_REST);
  }

  @Test
  void aStrideIsWhatComesWithinASpan() {
    assertThat(new RateLimit(1_000, 256, now::get).within(Duration.ofMillis(200))).isEqualTo(200);
    assertThat(new RateLimit(1_000, 20, now::get).within(Duration.ofMillis(200))).isEqualTo(20);
    assertThat(new RateLimit(0.5, 20, now::get).within(Duration.ofMillis(200))).isEqualTo(1);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}

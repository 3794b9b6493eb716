package io.customer360.connector.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// When to try again: the waits of Standard Webhooks 1.0.0 (about 75.6 hours in all), each plus up
/// to 20 % jitter so that a target coming back is not met by everyone at once.
public final class RetrySchedule {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private final double scale;

  private RetrySchedule(double scale) {
    this.scale = scale;
  }

  public static RetrySchedule standard() {
    return new RetrySchedule(1);
  }

  /// The same schedule with every wait shortened, for the sandbox: a demo does not wait 75 hours.
  public static RetrySchedule hurried(double scale) {
    if (!(scale > 0 && scale <= 1)) {
      throw new IllegalArgumentException("scale is above 0 and at most 1: " + scale);
    }
    return new RetrySchedule(scale);
  }

  /// The wait after the given attempt failed, or empty when it was the last.
  ///
  /// @param attempts how many attempts have been made, at least 1
  /// @param asked what the target asked for; the longer of both is kept
  /// @param key the intent's key: the jitter is a function of key and attempt
  public Optional<Duration> after(int attempts, Optional<Duration> asked, String key) {
    if (attempts > WAITS.size()) {
      return Optional.empty();
    }
    double jitter = new SplittableRandom(key.hashCode() * 31L + attempts).nextDouble() * 0.2;
    Duration own =
        Duration.ofNanos((long) (WAITS.get(attempts - 1).toNanos() * scale * (1 + jitter)));
    return Optional.of(asked.filter(wish -> wish.compareTo(own) > 0).orElse(own));
  }
}

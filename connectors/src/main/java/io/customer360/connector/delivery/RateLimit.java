package io.customer360.connector.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;

/// A token bucket for one target: at most `perSecond` calls a second on average, `burst` at once.
/// Thread-safe.
public final class RateLimit {
  private final double perSecond;
  private final int burst;
  private final LongSupplier nanos;
  private double tokens;
  private long last;
  private long closedUntil;

  /// @param nanos a monotonic clock in nanoseconds, `System::nanoTime`
  public RateLimit(double perSecond, int burst, LongSupplier nanos) {
    if (!(perSecond > 0) || burst < 1) {
      throw new IllegalArgumentException("A rate limit lets something through");
    }
    this.perSecond = perSecond;
    this.burst = burst;
    this.nanos = nanos;
    this.tokens = burst;
    this.last = nanos.getAsLong();
    this.closedUntil = last;
  }

  /// Takes a place, or says how long until there may be one.
  public synchronized Duration take() {
    long now = nanos.getAsLong();
    if (now < closedUntil) {
      return Duration.ofNanos(closedUntil - now);
    }
    tokens = Math.min(burst, tokens + (now - last) / 1e9 * perSecond);
    last = now;
    if (tokens >= 1) {
      tokens--;
      return Duration.ZERO;
    }
    return Duration.ofNanos((long) Math.ceil((1 - tokens) / perSecond * 1e9));
  }

  /// The target asked to be left alone: nothing goes through until then.
  public synchronized void pause(Duration asked) {
    closedUntil = Math.max(closedUntil, nanos.getAsLong() + asked.toNanos());
  }
}

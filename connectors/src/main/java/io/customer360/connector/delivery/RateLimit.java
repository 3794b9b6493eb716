package io.customer360.connector.delivery;

import io.customer360.connector.Attempt.TryLater;
import java.time.Duration;
import java.util.function.LongSupplier;

/// A token bucket for one target: at most `perSecond` calls a second on average, `burst` at once.
/// Never waits itself. Thread-safe.
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

  /// How many calls may go now.
  public synchronized int ready() {
    return rest() > 0 ? 0 : (int) filled();
  }

  /// How long until so many calls may go together; zero when they may go now.
  ///
  /// @param calls 1 to the burst
  public synchronized Duration until(int calls) {
    double missing = calls - filled();
    double wait = missing <= 0 ? 0 : Math.ceil(missing / perSecond * 1e9);
    long longest = TryLater.LONGEST_REST.toNanos();
    return Duration.ofNanos(Math.max(rest(), wait < longest ? (long) wait : longest));
  }

  /// How many calls this limit lets through within `span`: 1 to the burst.
  public int within(Duration span) {
    return (int) Math.clamp(perSecond * span.toNanos() / 1e9, 1, burst);
  }

  /// Takes so many places.
  ///
  /// @param calls at most [#ready]
  public synchronized void take(int calls) {
    if (calls > ready()) {
      throw new IllegalArgumentException("Only " + ready() + " calls may go, not " + calls);
    }
    tokens -= calls;
  }

  /// The target asked to be left alone: nothing goes through until then. At most
  /// [TryLater#LONGEST_REST].
  public synchronized void pause(Duration asked) {
    long granted =
        asked.compareTo(TryLater.LONGEST_REST) < 0
            ? asked.toNanos()
            : TryLater.LONGEST_REST.toNanos();
    if (granted > rest()) {
      closedUntil = nanos.getAsLong() + granted;
    }
  }

  /// How much longer the target asked to be left alone; zero when it did not.
  public synchronized Duration closedFor() {
    return Duration.ofNanos(rest());
  }

  private long rest() {
    return Math.max(0, closedUntil - nanos.getAsLong());
  }

  private double filled() {
    long now = nanos.getAsLong();
    tokens = Math.min(burst, tokens + (now - last) / 1e9 * perSecond);
    last = now;
    return tokens;
  }
}

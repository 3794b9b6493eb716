package io.customer360.app.road;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/// A clock that starts where the workspace's stands and then runs: in a workspace whose day is
/// fixed, retries still fall due.
public final class WorkClock {
  private WorkClock() {}

  public static Clock of(Clock workspace) {
    Instant start = workspace.instant();
    long origin = System.nanoTime();
    InstantSource source = () -> start.plus(Duration.ofNanos(System.nanoTime() - origin));
    return source.withZone(ZoneOffset.UTC);
  }
}

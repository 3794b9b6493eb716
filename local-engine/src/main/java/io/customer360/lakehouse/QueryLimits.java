package io.customer360.lakehouse;

import java.time.Duration;

/// How much a query nobody here wrote may take.
public record QueryLimits(Duration time, int rows) {
  /// For a screen: 20 seconds, 1,000 rows.
  public static final QueryLimits SCREEN = new QueryLimits(Duration.ofSeconds(20), 1_000);

  /// For a command: 10 minutes, a million rows.
  public static final QueryLimits COMMAND = new QueryLimits(Duration.ofMinutes(10), 1_000_000);
}

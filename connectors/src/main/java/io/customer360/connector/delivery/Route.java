package io.customer360.connector.delivery;

import io.customer360.connector.Destination;

/// How one target is served.
///
/// @param batch how many calls may be under way at once; 1 for a target that is not idempotent, so
///     that a crash leaves at most one call unclear
public record Route(Destination destination, RetrySchedule retries, RateLimit limit, int batch) {
  public Route {
    batch = destination.idempotent() ? Math.max(1, batch) : 1;
  }

  public String target() {
    return destination.name();
  }
}

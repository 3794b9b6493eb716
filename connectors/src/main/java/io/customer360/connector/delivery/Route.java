package io.customer360.connector.delivery;

import io.customer360.connector.Destination;

/// How one target is served.
///
/// @param batch how many intents are taken from the outbox and settled together; 1 for a target
///     that is not idempotent, so that a crash leaves at most one call unclear
/// @param atOnce how many of a batch's calls may be under way at once
public record Route(
    Destination destination, RetrySchedule retries, RateLimit limit, int batch, int atOnce) {
  public Route {
    batch = destination.idempotent() ? Math.max(1, batch) : 1;
    atOnce = Math.clamp(atOnce, 1, batch);
  }

  /// All calls of a batch at once.
  public Route(Destination destination, RetrySchedule retries, RateLimit limit, int batch) {
    this(destination, retries, limit, batch, batch);
  }

  public String target() {
    return destination.name();
  }
}

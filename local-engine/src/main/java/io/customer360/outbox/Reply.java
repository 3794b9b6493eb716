package io.customer360.outbox;

import io.customer360.text.Excerpt;

/// What a target answered.
///
/// @param status HTTP status, 0 for targets without one
/// @param body the first 2,000 characters
/// @param externalId the target's own id for later reads and receipts, blank if none
public record Reply(int status, String body, String externalId) {
  public Reply {
    body = Excerpt.of(body, 2_000);
  }
}

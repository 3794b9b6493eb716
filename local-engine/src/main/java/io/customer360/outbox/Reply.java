package io.customer360.outbox;

/// What a target answered.
///
/// @param status HTTP status, 0 for targets without one
/// @param body the first 2,000 characters
/// @param externalId the target's own id for later reads and receipts, blank if none
public record Reply(int status, String body, String externalId) {
  public Reply {
    body = body.length() <= 2_000 ? body : body.substring(0, 2_000);
  }
}

package io.customer360.outbox;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of the outbox.
///
/// @param attempts how often a call was begun
/// @param requestHash SHA-256 of the payload, lower-case hex: the same on each attempt
/// @param reply the target's last answer or failure in words
public record Intent(
    long id,
    String idempotencyKey,
    String decisionId,
    String customerId,
    String actionId,
    String kind,
    String channel,
    String purpose,
    String agent,
    String target,
    String payload,
    BigDecimal cost,
    ActionState state,
    int attempts,
    Instant createdAt,
    Instant nextAttemptAt,
    Instant expiresAt,
    String requestHash,
    @Nullable Integer replyStatus,
    @Nullable String reply,
    @Nullable Instant sentAt,
    @Nullable Instant updatedAt) {

  /// The same at another cost.
  public Intent withCost(BigDecimal next) {
    return new Intent(
        id,
        idempotencyKey,
        decisionId,
        customerId,
        actionId,
        kind,
        channel,
        purpose,
        agent,
        target,
        payload,
        next,
        state,
        attempts,
        createdAt,
        nextAttemptAt,
        expiresAt,
        requestHash,
        replyStatus,
        reply,
        sentAt,
        updatedAt);
  }
}

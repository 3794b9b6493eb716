package io.customer360.outbox;

import java.math.BigDecimal;
import java.time.Instant;

/// What is to be delivered.
///
/// @param idempotencyKey stable id that travels with every attempt as `webhook-id`; a second
///     enqueue with the same key is refused
/// @param target name of the destination: `webhook`, `file`
/// @param payload JSON text; sent byte for byte on every attempt
/// @param createdAt the moment of the approval
/// @param notBefore quiet hours: not sent earlier
/// @param expiresAt not sent later
/// @param cost charged to the budget, in the workspace currency
public record NewIntent(
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
    Instant createdAt,
    Instant notBefore,
    Instant expiresAt) {}

package io.customer360.decision;

import io.customer360.outbox.ActionState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that was, is being or will be delivered.
public record DeliveryRow(
    long outboxId,
    String idempotencyKey,
    String decisionId,
    String customerId,
    String customerName,
    String actionId,
    String actionName,
    String channel,
    String target,
    ActionState state,
    int attempts,
    @Nullable Integer replyStatus,
    @Nullable String reply,
    Instant createdAt,
    @Nullable Instant sentAt,
    Instant nextAttemptAt) {}

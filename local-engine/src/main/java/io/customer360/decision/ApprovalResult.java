package io.customer360.decision;

import io.customer360.outbox.ActionState;
import java.time.Instant;

/// @param queued intents written to the outbox, 0 after the first of two approvals
/// @param sendNotBefore when the first one may go
public record ApprovalResult(
    String decisionId,
    ActionState state,
    int approvals,
    int approvalsNeeded,
    int queued,
    Instant sendNotBefore) {}

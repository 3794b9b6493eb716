package io.customer360.decision;

import io.customer360.outbox.ActionState;
import java.time.Instant;
import java.util.List;

/// @param queued intents written to the outbox, 0 after the first of two approvals
/// @param lapsed names of those who approved another text or amount; their approvals do not count
///     any more
/// @param sendNotBefore when the first one may go
public record ApprovalResult(
    String decisionId,
    ActionState state,
    int approvals,
    int approvalsNeeded,
    int queued,
    List<String> lapsed,
    Instant sendNotBefore) {}

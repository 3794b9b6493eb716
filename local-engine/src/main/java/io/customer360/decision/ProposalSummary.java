package io.customer360.decision;

import io.customer360.outbox.ActionState;
import java.math.BigDecimal;
import java.time.Instant;

/// A row of the queue.
///
/// @param title the customer, or what a grouped item is about: `Ridgeline Anorak recall`
/// @param subtitle the action, or `Notice to 318 buyers`
/// @param members customers it reaches, 1 for a single one
/// @param customerId of the customer; of the first one when grouped
/// @param kind `service`, `marketing`, `loyalty`, `regulatory`
/// @param novel the action was introduced lately
/// @param approvals given so far
/// @param approvalsNeeded 1 or 2
public record ProposalSummary(
    String decisionId,
    String customerId,
    String title,
    String subtitle,
    int members,
    String actionId,
    String kind,
    String channel,
    String agent,
    BigDecimal valueAtRisk,
    String valueAtRiskText,
    double confidence,
    boolean novel,
    int approvals,
    int approvalsNeeded,
    Instant createdAt,
    Instant expiresAt,
    ActionState state) {}

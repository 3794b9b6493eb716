package io.customer360.decision;

import io.customer360.decision.agent.TraceStep;
import java.util.List;

/// What a run of the agents did.
///
/// @param customers how many were looked at, each once
/// @param created decisions stored: one per customer looked at, and one more for a recall
/// @param auto went to the outbox without a person
/// @param pending proposals that wait for a person; a grouped one counts once
/// @param blocked customers for whom no action passed
/// @param suggested shown as a recommendation only, or best left in peace
/// @param conflicts customers in more than one audience, settled by the coordinator
public record AgentRunReport(
    String runId,
    int customers,
    int created,
    int auto,
    int pending,
    int blocked,
    int suggested,
    int conflicts,
    List<TraceStep> trace,
    double seconds) {}

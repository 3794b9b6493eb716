package io.customer360.decision.agent;

import java.util.Map;

/// A step of an agent's loop.
///
/// @param step `Observe`, `Reason`, `Decide`, `Act`
/// @param millis time it took; of a batch, the share of one customer
/// @param lines one or two lines for the trace strip
/// @param sql what was asked of the lakehouse, blank if nothing
/// @param inputs what went in, by name: models with versions, policies, seed
public record TraceStep(
    String step,
    double millis,
    java.util.List<String> lines,
    String sql,
    Map<String, String> inputs) {}

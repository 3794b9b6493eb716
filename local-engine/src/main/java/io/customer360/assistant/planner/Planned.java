package io.customer360.assistant.planner;

import io.customer360.assistant.Understanding;
import io.customer360.assistant.plan.Plan;
import org.jspecify.annotations.Nullable;

/// What the planner made of a question.
///
/// @param plan null when not understood
/// @param problem why not, one plain line; empty otherwise
public record Planned(Understanding understanding, @Nullable Plan plan, String problem) {}

package io.customer360.assistant.planner;

import io.customer360.assistant.plan.Condition;

/// A condition and where in the question it was said.
///
/// @param at index of its first item
record Placed(int at, Condition condition) {}

package io.customer360.decision.action;

import io.customer360.decision.rule.Rule;
import org.jspecify.annotations.Nullable;

/// A rule an action makes for its customers.
///
/// @param when the compiled expression, which must hold
/// @param says the rule in words; null = worded from the expression
/// @param passWhen what would have to change; null = worded from the comparison that failed
public record Condition(Rule when, @Nullable String says, @Nullable String passWhen) {}

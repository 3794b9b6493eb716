package io.customer360.decision.action;

import io.customer360.decision.rule.Rule;

/// A percentage that counts while its condition holds.
///
/// @param percent 40 means plus 40 %
/// @param why shown beside the factor: `two late deliveries`
public record Adjustment(Rule when, double percent, String why) {}

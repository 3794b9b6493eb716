package io.customer360.decision.arbitration;

/// An action that was not chosen because a rule speaks against it.
///
/// @param stage the first stage that failed
/// @param rule the rule in words: `At most 2 SMS a week`
/// @param fact what was found, with numbers: `2 SMS in the last 7 days`
/// @param passWhen what would have to change: `22 Nov 2026, 10:15`
public record BlockedOption(
    String actionId,
    String name,
    String kind,
    String channel,
    Stage stage,
    String rule,
    String fact,
    String passWhen) {}

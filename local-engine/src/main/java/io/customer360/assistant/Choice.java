package io.customer360.assistant;

/// One thing a chip can be changed to.
///
/// @param value goes into [AskOptions#overrides] under the chip's key
/// @param words what the person reads: `churn risk ≥ 0.70`
public record Choice(String value, String words) {}

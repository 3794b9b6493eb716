package io.customer360.decision.policy;

import io.customer360.decision.action.ActionKind;
import java.math.BigDecimal;

/// What an agent may do by itself with a class of action, and up to where.
///
/// @param agent agent id, or blank for all
/// @param level `suggest`, `approve` or `act`
/// @param upToValue most value at risk it may act on
/// @param upToCost most cost it may act on
/// @param leastConfidence below it a person is asked
public record AutonomyRule(
    String agent,
    ActionKind kind,
    Level level,
    BigDecimal upToValue,
    BigDecimal upToCost,
    double leastConfidence) {
  public enum Level {
    SUGGEST,
    APPROVE,
    ACT
  }
}

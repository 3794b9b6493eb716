package io.customer360.decision.arbitration;

/// Who lets an option go.
///
/// @param level what the agent may do with this class of action
/// @param automatic true = goes without a person
/// @param approvals how many persons are needed, 0 when automatic
/// @param why one line with numbers: `£741 is above £250`
public record Autonomy(Level level, boolean automatic, int approvals, String why) {
  /// Set for each agent and class of action.
  public enum Level {
    /// Shown as a recommendation only.
    SUGGEST,
    /// A person decides.
    APPROVE,
    /// May act by itself within the limits.
    ACT
  }
}

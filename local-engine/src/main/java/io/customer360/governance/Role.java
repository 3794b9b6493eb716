package io.customer360.governance;

/// What a person may do with proposals.
public enum Role {
  /// Reads and proposes.
  ANALYST,
  /// Approves, edits and rejects.
  MARKETER,
  /// Approves, also regulatory notices.
  COMPLIANCE,
  /// Everything, also resuming stopped agents.
  ADMINISTRATOR;

  public boolean mayApprove() {
    return this != ANALYST;
  }
}

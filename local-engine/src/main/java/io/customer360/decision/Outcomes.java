package io.customer360.decision;

/// Takes what comes back. An opt-out is written at once as a no that deciding and sending both
/// read, whatever the next refresh brings; a bounce ends the row.
public interface Outcomes {
  void record(Outcome outcome);

  /// A no by a customer outside any action, for purpose x channel (`all` = every channel).
  void withdrawConsent(String customerId, String purpose, String channel, String evidence);
}

package io.customer360.decision.arbitration;

/// One line of the policy checks of an option.
///
/// @param name `Consent`, `Contact policy`, `Quiet hours`, `Budget`, `Class`, `Separation`
/// @param passed false disables Approve
/// @param fact with numbers: `1 of 2 calls this week, last 8 Nov`
public record PolicyCheck(String name, boolean passed, String rule, String fact) {}

package io.customer360.decision.policy;

/// Where in the funnel a rule stands.
public enum PolicyStage {
  ELIGIBILITY,
  APPLICABILITY,
  SUITABILITY,
  CONSENT,
  CONTACT,
  BUDGET
}

package io.customer360.decision;

/// What came back from a customer or a target.
public enum OutcomeKind {
  DELIVERED,
  OPENED,
  CLICKED,
  REPLIED,
  CONVERTED,
  BOUNCED,
  OPTED_OUT
}

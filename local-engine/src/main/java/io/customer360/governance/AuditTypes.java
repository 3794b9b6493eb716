package io.customer360.governance;

/// The event names of the audit log.
public final class AuditTypes {
  public static final String DECISION_CREATED = "decision.created";
  public static final String AGENT_RUN = "agent.run";
  public static final String HUMAN_APPROVED = "human.approved";
  public static final String HUMAN_REJECTED = "human.rejected";
  public static final String HUMAN_UNDID = "human.undid";
  public static final String AGENT_APPROVED = "agent.approved";
  public static final String ACTION_EXPIRED = "action.expired";
  public static final String ACTION_EXECUTED = "action.executed";
  public static final String ACTION_BLOCKED = "action.blocked";
  public static final String ACTION_BOUNCED = "action.bounced";
  public static final String ACTION_FAILED = "action.failed";
  public static final String ACTION_UNKNOWN = "action.unknown";
  public static final String ACTION_CONFIRMED = "action.confirmed";
  public static final String ACTION_MEASURED = "action.measured";
  public static final String CONSENT_WITHDRAWN = "consent.withdrawn";
  public static final String IDENTITY_JUDGED = "identity.judged";
  public static final String IDENTITY_UNDONE = "identity.undone";
  public static final String IDENTITY_RULES_CHANGED = "identity.rules-changed";
  public static final String SEGMENT_ACTIVATED = "segment.activated";
  public static final String TARGET_DISABLED = "target.disabled";
  public static final String STOPPED = "control.stopped";
  public static final String RESUMED = "control.resumed";

  private AuditTypes() {}
}

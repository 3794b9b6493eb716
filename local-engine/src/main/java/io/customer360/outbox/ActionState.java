package io.customer360.outbox;

/// The life of an action:
/// `PROPOSED -> APPROVED | REJECTED | EXPIRED -> QUEUED -> IN_FLIGHT -> SENT -> CONFIRMED | BOUNCED
/// -> MEASURED`, with the side ways below. Rows of the outbox begin at QUEUED.
public enum ActionState {
  PROPOSED,
  /// Approved, and the outbox row is not written yet: a first of two approvals.
  APPROVED,
  REJECTED,
  /// Its time to live ended before it was approved or sent.
  EXPIRED,
  QUEUED,
  IN_FLIGHT,
  SENT,
  CONFIRMED,
  BOUNCED,
  MEASURED,
  /// Cut off while calling a target without idempotency: reconciled by a read or a person, never
  /// sent again by itself.
  UNKNOWN,
  /// Given up after the last attempt, or refused for good by the target.
  FAILED,
  /// Refused by the checks at send: consent, cap or budget changed since the approval.
  BLOCKED,
  /// Taken back by a person before it was sent.
  UNDONE;

  /// Whether nothing more is expected to happen by itself.
  public boolean isFinal() {
    return switch (this) {
      case REJECTED, EXPIRED, BOUNCED, MEASURED, FAILED, BLOCKED, UNDONE -> true;
      case PROPOSED, APPROVED, QUEUED, IN_FLIGHT, SENT, CONFIRMED, UNKNOWN -> false;
    };
  }
}

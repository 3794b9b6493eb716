package io.customer360.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The transactional outbox. A deliverer for target `t` does, for ever:
///
/// ```java
/// outbox.recover(idempotentTargets, now);              // once, at start
/// for (Intent intent : outbox.claim("webhook", 50, now)) {
///   if (!outbox.inFlight(intent.id(), now)) continue;  // stopped or taken back meanwhile
///   // call the target with header webhook-id = intent.idempotencyKey() and body intent.payload()
///   outbox.sent(intent.id(), reply, now);              // 2xx
///   outbox.retry(intent.id(), why, retryAt, now);      // 429, 5xx, time-out if safe to resend
///   outbox.failed(intent.id(), reply, now);            // refused for good, or attempts used up
///   outbox.unknown(intent.id(), why, now);             // cut off, target without idempotency
///   outbox.release(intent.id());                       // claimed and not called after all
/// }
/// ```
///
/// A row is claimed by one deliverer at a time, of several that run at once too. A claim is a lease
/// in memory of five minutes from the last of `claim` and `inFlight`: after a kill it is gone and
/// the row is QUEUED still. `inFlight` is committed before the call, so that a row found IN_FLIGHT
/// that nobody holds was cut off in the call. Safe from any thread.
public interface Outbox {
  /// Writes the intent in the caller's transaction (that of the approval); returns the row's id.
  long enqueue(Connection write, NewIntent intent) throws SQLException;

  /// As [#enqueue] for many.
  List<Long> enqueueAll(Connection write, List<NewIntent> intents) throws SQLException;

  /// Up to `n` due rows of the target that passed the [SendGuard]; rows that did not are moved to
  /// BLOCKED, EXPIRED or a later time. Empty while stopped, while the target is disabled, and when
  /// no due row may go.
  List<Intent> claim(String target, int n, Instant now);

  /// Commits IN_FLIGHT with one attempt more, before the call. False when it may not be called any
  /// more (stopped, taken back).
  boolean inFlight(long id, Instant now);

  /// As [#inFlight] for a batch call; returns the ids that may go.
  List<Long> inFlight(Collection<Long> ids, Instant now);

  /// Gives a claim back without an attempt.
  void release(long id);

  void sent(long id, Reply reply, Instant now);

  /// Many at once, in one transaction.
  void sentAll(Map<Long, Reply> replies, Instant now);

  /// Back to QUEUED, due at `retryAt`.
  void retry(long id, String why, Instant retryAt, Instant now);

  /// Many at once, in one transaction.
  void retryAll(Collection<Retry> retries, Instant now);

  void failed(long id, Reply reply, Instant now);

  void unknown(long id, String why, Instant now);

  /// The target or a receipt says it arrived.
  void confirmed(String idempotencyKey, Instant now);

  /// The target or a receipt says it did not arrive.
  void bounced(String idempotencyKey, String why, Instant now);

  /// What a batch of calls came to, in one transaction: after a crash all of it is known or none.
  void settle(Settled batch, Instant now);

  /// Its effect was compared with the holdout.
  void measured(String idempotencyKey, Instant now);

  /// A person or a read settled an UNKNOWN row: it was sent, or it was not and is queued again.
  void reconcile(long id, boolean wasSent, String evidence, String by, Instant now);

  /// Takes the rows of these decisions back, in the caller's transaction: all, or none and false
  /// when one of them is on its way already.
  boolean undo(Connection write, Collection<String> decisionIds, Instant now) throws SQLException;

  /// Before a delivery: rows left IN_FLIGHT that nobody holds go back to QUEUED with the same id
  /// when their target is idempotent, else to UNKNOWN.
  RecoveryReport recover(Collection<String> idempotentTargets, Instant now);

  /// Ends rows whose time is over; returns how many.
  int expire(Instant now);

  /// After a 410 or by a person: nothing is claimed for the target until it is enabled.
  void disable(String target, String why, Instant now);

  /// Opens the target again, and makes due what waits for another attempt or was put off by
  /// [#postpone].
  void enable(String target, Instant now);

  /// The target asked to be left alone: none of its queued rows falls due before `until`.
  void postpone(String target, Instant until, Instant now);

  /// Why nothing leaves at present, and what to do; empty when nothing is stopped. Costs nothing.
  Optional<String> halted();

  /// How many rows are QUEUED, by target.
  Map<String, Long> queued();

  /// Names of the disabled targets with the reason.
  Map<String, String> disabled();

  Optional<Intent> byKey(String idempotencyKey);

  /// Newest first; of every state when `states` is empty.
  List<Intent> list(Collection<ActionState> states, int limit);

  Map<ActionState, Long> counts();

  /// When the next row of the target falls due, empty when none waits.
  Optional<Instant> nextDue(String target);

  /// A row to be tried again.
  ///
  /// @param why what the target said
  /// @param at when it falls due
  record Retry(long id, String why, Instant at) {}

  /// What became of calls. A row stands in one of `taken`, `again`, `failed` and `unknown`.
  ///
  /// @param taken what the target replied, by row
  /// @param bounced why a taken one does not reach its person, by key
  /// @param failed refused for good, or out of attempts; the last reply, by row
  /// @param unknown why nobody can say, by row
  record Settled(
      Map<Long, Reply> taken,
      Map<String, String> bounced,
      List<Retry> again,
      Map<Long, Reply> failed,
      Map<Long, String> unknown) {}

  /// What [#recover] did.
  record RecoveryReport(int requeued, int unknown) {}
}

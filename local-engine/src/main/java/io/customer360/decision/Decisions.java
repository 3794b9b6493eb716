package io.customer360.decision;

import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.DecisionInput;
import io.customer360.governance.Person;
import io.customer360.job.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything about next best actions that a screen or a command needs. Safe from any thread.
/// `decisionId` may be any member of a grouped proposal; queue and detail speak of the group.
public interface Decisions {
  /// The moment by the workspace's clock: what is left of a proposal's time is counted from it.
  Instant now();

  /// Decides without storing anything.
  Decision preview(String customerId);

  /// What a decision on this customer would be made from now, as if none of his proposals waited
  /// for a person: to be kept, and decided again with [#decide]. Stores nothing.
  DecisionInput input(String customerId);

  /// Decides a kept input, at its own moment, under the catalogue and policies as they are now.
  /// Stores nothing.
  Decision decide(DecisionInput kept);

  /// Observe, Reason, Decide, Act over the agents' audiences: stores decisions and proposals, lets
  /// go what autonomy allows.
  ///
  /// @throws io.customer360.fault.WorkbenchException a user error while stopped
  AgentRunReport runAgents(AgentRunRequest request, Progress progress);

  /// Open proposals, in the order a person should see them: value at risk, regulatory class,
  /// novelty, expiry.
  List<ProposalSummary> queue(QueueFilter filter);

  Optional<DecisionDetail> detail(String decisionId);

  Optional<Decision> latestFor(String customerId);

  /// Approval, audit entry and outbox row in one transaction. The first of two approvals leaves the
  /// proposal in the queue. An approval is for exact texts and amounts: with a change, approvals of
  /// what was before lapse and the count starts anew. Throws a USER failure with the reason when
  /// this person may not.
  ApprovalResult approve(String decisionId, Person by, ApprovalEdit edit);

  /// Approves as proposed, many in one transaction: votes, states, outbox rows and audit entries of
  /// all of them are there together or not at all. What this person may not approve is left as it
  /// is, with the reason; it keeps no other from going.
  BatchApproval approveAll(List<String> decisionIds, Person by);

  /// Why this person may not approve the proposal as it stands, empty when he may.
  Optional<String> approvalObstacle(String decisionId, Person by);

  void reject(String decisionId, Person by, RejectReason reason, String note);

  /// Takes an approval or rejection back; false when something was sent already.
  boolean undo(String decisionId, Person by);

  /// Recomputes stored decisions (one, or all) from their stored inputs.
  ReplayReport replay(Optional<String> decisionId, Progress progress);

  /// Decides the stored inputs again under the catalogue and policies as they are now, storing
  /// nothing: a difference where another action, or none, would come first.
  ReplayReport replayUnderCurrentTexts(Progress progress);

  List<AgentStatus> agents();

  void stopAgents(Person by);

  void resumeAgents(Person by);

  boolean stopped();

  /// What was sent and its replies, newest first.
  List<DeliveryRow> deliveries(int limit);

  ActionCounts counts();

  /// Ends proposals and outbox rows whose time is over; returns how many.
  int expire();
}

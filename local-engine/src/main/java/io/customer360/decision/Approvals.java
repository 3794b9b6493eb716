package io.customer360.decision;

import io.customer360.fault.WorkbenchException;
import io.customer360.governance.AuditEvent;
import io.customer360.governance.AuditLog;
import io.customer360.governance.AuditTypes;
import io.customer360.governance.Person;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.outbox.ActionState;
import io.customer360.outbox.NewIntent;
import io.customer360.outbox.Outbox;
import io.customer360.outbox.SendGuard;
import io.customer360.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A person lets proposals go. One or many, it is the same work and one transaction: votes, states,
/// outbox rows and audit entries are there together or not at all.
final class Approvals {
  private final Lakehouse lake;
  private final Workspace workspace;
  private final Texts texts;
  private final AuditLog audit;
  private final Outbox outbox;
  private final PolicySendGuard guard;
  private final ApprovalRules rules;
  private final DecisionStore decisions;
  private final ProposalStore proposals;

  Approvals(
      Lakehouse lake,
      Workspace workspace,
      Texts texts,
      AuditLog audit,
      Outbox outbox,
      PolicySendGuard guard,
      ApprovalRules rules,
      DecisionStore decisions,
      ProposalStore proposals) {
    this.lake = lake;
    this.workspace = workspace;
    this.texts = texts;
    this.audit = audit;
    this.outbox = outbox;
    this.guard = guard;
    this.rules = rules;
    this.decisions = decisions;
    this.proposals = proposals;
  }

  /// Approves one, throwing a USER failure with the reason when this person may not.
  ApprovalResult approve(String decisionId, Person by, ApprovalEdit edit, Instant now) {
    IntentMaker maker = maker();
    return lake.write(
        c -> {
          ApprovalBatch batch = read(c, List.of(decisionId));
          List<ProposalRow> group = known(batch, decisionId);
          obstacle(c, batch, group, edit, by, now)
              .ifPresent(
                  why -> {
                    throw WorkbenchException.user("C360-DEC-070", why);
                  });
          Ballot ballot = Ballot.of(batch, Choice.of(batch, group, edit), by);
          return write(c, batch, List.of(ballot), by, maker, now).getFirst();
        });
  }

  /// As [#approve] for many as they were proposed, in one transaction. What this person may not
  /// approve is left as it is, with the reason; each sees the money that those before it spend.
  BatchApproval approveAll(List<String> decisionIds, Person by, Instant now) {
    IntentMaker maker = maker();
    return lake.write(
        c -> {
          ApprovalBatch batch = read(c, decisionIds);
          Map<String, String> refused = new LinkedHashMap<>();
          for (String id : decisionIds) {
            if (batch.group(id).isEmpty()) {
              refused.put(id, missing(batch, id).plain());
            }
          }
          List<Ballot> open = new ArrayList<>();
          for (List<ProposalRow> group : batch.groupsOf(decisionIds).values()) {
            Optional<String> refusal = rules.refusal(group.getFirst(), by, now);
            if (refusal.isEmpty()) {
              Ballot ballot = Ballot.of(batch, Choice.of(batch, group, ApprovalEdit.NONE), by);
              refusal = ballot.obstacle();
              if (refusal.isEmpty()) {
                open.add(ballot);
              }
            }
            refusal.ifPresent(why -> refused.put(group.getFirst().groupId(), why));
          }
          // The checks at send, for all at once: reading facts customer by customer is what costs.
          List<SendGuard.Verdict> verdicts =
              guard.checkNew(c, open.stream().map(ballot -> ballot.asked(now)).toList(), now);
          List<Ballot> free = new ArrayList<>();
          for (int i = 0; i < open.size(); i++) {
            if (verdicts.get(i) instanceof SendGuard.Verdict.Block block) {
              refused.put(open.get(i).choice().groupId(), block.why() + ".");
            } else {
              free.add(open.get(i));
            }
          }
          return new BatchApproval(write(c, batch, free, by, maker, now), Map.copyOf(refused));
        });
  }

  private IntentMaker maker() {
    return new IntentMaker(texts.policies().targets(), workspace.settings().currency());
  }

  private ApprovalBatch read(Connection c, List<String> decisionIds) throws SQLException {
    return ApprovalBatch.read(c, proposals, decisions, decisionIds);
  }

  /// Votes, choices, outbox rows and audit entries of what may be approved, each kind written at
  /// once.
  private List<ApprovalResult> write(
      Connection c,
      ApprovalBatch batch,
      List<Ballot> ballots,
      Person by,
      IntentMaker maker,
      Instant now)
      throws SQLException {
    List<ApprovalResult> results = new ArrayList<>(ballots.size());
    List<NewIntent> intents = new ArrayList<>();
    List<AuditEvent> events = new ArrayList<>(ballots.size());
    Map<ActionState, List<String>> states = new LinkedHashMap<>();
    for (Ballot ballot : ballots) {
      Choice choice = ballot.choice();
      if (choice.changes()) {
        proposals.edit(
            c, choice.groupId(), choice.option().rank(), choice.subject(), choice.body());
      }
      if (choice.changesOption()) {
        proposals.choose(c, choice.groupId(), choice.option());
      }
      if (!ballot.lapsed().isEmpty()) {
        proposals.lapse(c, choice.groupId(), choice.content());
      }
      ActionState state = ballot.last() ? ActionState.QUEUED : ActionState.APPROVED;
      List<NewIntent> own =
          ballot.last() ? intents(batch, choice, maker, by, now) : List.<NewIntent>of();
      intents.addAll(own);
      states.computeIfAbsent(state, s -> new ArrayList<>()).add(choice.groupId());
      events.add(approved(ballot, own.size(), by, now));
      results.add(
          new ApprovalResult(
              choice.groupId(),
              state,
              ballot.approvals(),
              ballot.needed(),
              own.size(),
              ballot.lapsed().stream().map(DecisionDetail.Vote::personName).toList(),
              own.stream().map(NewIntent::notBefore).min(Instant::compareTo).orElse(now)));
    }
    proposals.approveAll(c, ballots.stream().map(Ballot::choice).toList(), by, now);
    for (Map.Entry<ActionState, List<String>> entry : states.entrySet()) {
      proposals.states(c, entry.getValue(), entry.getKey(), now);
    }
    outbox.enqueueAll(c, intents);
    audit.appendAll(c, events);
    return results;
  }

  private static AuditEvent approved(Ballot ballot, int queued, Person by, Instant now) {
    Choice choice = ballot.choice();
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("name", by.name());
    detail.put("role", by.role().key());
    detail.put("action", choice.option().actionId());
    detail.put("option", choice.option().rank());
    detail.put("edited", choice.changesWords());
    detail.put("content", choice.content());
    detail.put("lapsed", ballot.lapsed().stream().map(DecisionDetail.Vote::personId).toList());
    detail.put("approvals", ballot.approvals());
    detail.put("needed", ballot.needed());
    detail.put("queued", queued);
    return new AuditEvent(AuditTypes.HUMAN_APPROVED, now, by.id(), choice.groupId(), detail);
  }

  private static List<NewIntent> intents(
      ApprovalBatch batch, Choice choice, IntentMaker maker, Person by, Instant now) {
    return choice.members().stream()
        .map(
            member ->
                maker.intent(
                    member.decision(),
                    member.option(),
                    choice.subject(),
                    choice.body(),
                    batch.queuedBefore(member.decision().id()),
                    by.id(),
                    now))
        .toList();
  }

  /// Why not, in words; empty when the person may.
  Optional<String> obstacle(String decisionId, Person by, Instant now) {
    return lake.read(
        c -> {
          ApprovalBatch batch = read(c, List.of(decisionId));
          return obstacle(c, batch, known(batch, decisionId), ApprovalEdit.NONE, by, now);
        });
  }

  private Optional<String> obstacle(
      Connection c,
      ApprovalBatch batch,
      List<ProposalRow> group,
      ApprovalEdit edit,
      Person by,
      Instant now)
      throws SQLException {
    Optional<String> refusal = rules.refusal(group.getFirst(), by, now);
    if (refusal.isPresent()) {
      return refusal;
    }
    Ballot ballot = Ballot.of(batch, Choice.of(batch, group, edit), by);
    Optional<String> obstacle = ballot.obstacle();
    if (obstacle.isPresent()) {
      return obstacle;
    }
    SendGuard.Verdict verdict = guard.checkNew(c, List.of(ballot.asked(now)), now).getFirst();
    return verdict instanceof SendGuard.Verdict.Block block
        ? Optional.of(block.why() + ".")
        : Optional.empty();
  }

  private static List<ProposalRow> known(ApprovalBatch batch, String decisionId) {
    List<ProposalRow> group = batch.group(decisionId);
    if (group.isEmpty()) {
      throw missing(batch, decisionId);
    }
    return group;
  }

  private static WorkbenchException missing(ApprovalBatch batch, String decisionId) {
    return batch.knows(decisionId)
        ? WorkbenchException.user(
            "C360-DEC-075", decisionId + " proposes nothing: no action passed every check.")
        : DecisionStore.unknown(decisionId);
  }
}

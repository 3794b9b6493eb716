package io.customer360.decision;

import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.RankedOption;
import io.customer360.fault.WorkbenchException;
import io.customer360.governance.AuditEvent;
import io.customer360.governance.AuditLog;
import io.customer360.governance.AuditTypes;
import io.customer360.governance.Person;
import io.customer360.governance.StopSwitch;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.outbox.ActionState;
import io.customer360.outbox.Intent;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A person lets proposals go. One or many, it is the same work and one transaction: votes, states,
/// outbox rows and audit entries are there together or not at all.
final class Approvals {
  private final Lakehouse lake;
  private final Workspace workspace;
  private final Texts texts;
  private final StopSwitch stop;
  private final AuditLog audit;
  private final Outbox outbox;
  private final SendGuard guard;
  private final DecisionStore decisions;
  private final ProposalStore proposals;

  Approvals(
      Lakehouse lake,
      Workspace workspace,
      Texts texts,
      StopSwitch stop,
      AuditLog audit,
      Outbox outbox,
      SendGuard guard,
      DecisionStore decisions,
      ProposalStore proposals) {
    this.lake = lake;
    this.workspace = workspace;
    this.texts = texts;
    this.stop = stop;
    this.audit = audit;
    this.outbox = outbox;
    this.guard = guard;
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
          obstacle(c, batch, group, by, edit.option(), now)
              .ifPresent(
                  why -> {
                    throw WorkbenchException.user("C360-DEC-070", why);
                  });
          return write(c, batch, List.of(group), by, edit, maker, now).getFirst();
        });
  }

  /// As [#approve] for many as they were proposed, in one transaction. What this person may not
  /// approve is left as it is, with the reason.
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
          List<List<ProposalRow>> open = new ArrayList<>();
          List<Intent> intents = new ArrayList<>();
          for (List<ProposalRow> group : batch.groupsOf(decisionIds).values()) {
            ProposalRow head = group.getFirst();
            Optional<String> refusal = refusal(batch, head, by, now);
            if (refusal.isPresent()) {
              refused.put(head.groupId(), refusal.get());
            } else {
              open.add(group);
              Decision decision = batch.decision(head.decisionId());
              intents.add(asIntent(head, option(decision, head.chosen()), now));
            }
          }
          // The checks at send, for all at once: reading facts customer by customer is what costs.
          List<SendGuard.Verdict> verdicts = guard.check(c, intents, now);
          List<List<ProposalRow>> free = new ArrayList<>();
          for (int i = 0; i < open.size(); i++) {
            List<ProposalRow> group = open.get(i);
            if (group.size() == 1 && verdicts.get(i) instanceof SendGuard.Verdict.Block block) {
              refused.put(group.getFirst().groupId(), block.why() + ".");
            } else {
              free.add(group);
            }
          }
          return new BatchApproval(
              write(c, batch, free, by, ApprovalEdit.NONE, maker, now), Map.copyOf(refused));
        });
  }

  private IntentMaker maker() {
    return new IntentMaker(texts.policies().targets(), workspace.settings().currency());
  }

  private ApprovalBatch read(Connection c, List<String> decisionIds) throws SQLException {
    return ApprovalBatch.read(c, proposals, decisions, decisionIds);
  }

  /// Votes, choices, outbox rows and audit entries of groups that may be approved, each kind
  /// written at once.
  private List<ApprovalResult> write(
      Connection c,
      ApprovalBatch batch,
      List<List<ProposalRow>> groups,
      Person by,
      ApprovalEdit edit,
      IntentMaker maker,
      Instant now)
      throws SQLException {
    List<ApprovalResult> results = new ArrayList<>(groups.size());
    List<NewIntent> intents = new ArrayList<>();
    List<AuditEvent> events = new ArrayList<>(groups.size());
    Map<ActionState, List<String>> states = new LinkedHashMap<>();
    for (List<ProposalRow> group : groups) {
      Choice choice = choice(batch, group, edit);
      if (!edit.equals(ApprovalEdit.NONE)) {
        proposals.edit(c, choice.groupId(), choice.rank(), choice.subject(), choice.body());
        if (choice.rank() != group.getFirst().chosen()) {
          proposals.choose(c, choice.groupId(), choice.option());
        }
      }
      int approvals = approvals(batch.votes(choice.groupId()), by);
      int needed =
          Math.max(group.getFirst().approvalsNeeded(), choice.option().autonomy().approvals());
      ActionState state = approvals >= needed ? ActionState.QUEUED : ActionState.APPROVED;
      List<NewIntent> own =
          state == ActionState.QUEUED ? intents(batch, group, choice, maker, by, now) : List.of();
      intents.addAll(own);
      states.computeIfAbsent(state, s -> new ArrayList<>()).add(choice.groupId());
      events.add(approved(choice, edit, approvals, needed, own.size(), by, now));
      results.add(
          new ApprovalResult(
              choice.groupId(),
              state,
              approvals,
              needed,
              own.size(),
              own.stream().map(NewIntent::notBefore).min(Instant::compareTo).orElse(now)));
    }
    proposals.approveAll(c, results.stream().map(ApprovalResult::decisionId).toList(), by, now);
    for (Map.Entry<ActionState, List<String>> entry : states.entrySet()) {
      proposals.states(c, entry.getValue(), entry.getKey(), now);
    }
    outbox.enqueueAll(c, intents);
    audit.appendAll(c, events);
    return results;
  }

  /// What a person lets go: an option and, when somebody changed them, its words.
  private record Choice(
      String groupId,
      int rank,
      @Nullable String subject,
      @Nullable String body,
      RankedOption option) {}

  private static Choice choice(ApprovalBatch batch, List<ProposalRow> group, ApprovalEdit edit) {
    ProposalRow head = group.getFirst();
    int rank = edit.option() == 0 ? head.chosen() : edit.option();
    String body = edit.body() == null ? head.body() : edit.body();
    if (body != null && body.isBlank()) {
      throw WorkbenchException.user(
          "C360-DEC-071", "The message is empty. Write it, or approve it as it was proposed.");
    }
    return new Choice(
        head.groupId(),
        rank,
        edit.subject() == null ? head.subject() : edit.subject(),
        body,
        option(batch.decision(head.decisionId()), rank));
  }

  /// How many different persons approved, this one included.
  private static int approvals(List<DecisionDetail.Vote> votes, Person by) {
    long others =
        votes.stream()
            .filter(DecisionDetail.Vote::approved)
            .map(DecisionDetail.Vote::personId)
            .filter(id -> !id.equals(by.id()))
            .distinct()
            .count();
    return (int) others + 1;
  }

  private static AuditEvent approved(
      Choice choice,
      ApprovalEdit edit,
      int approvals,
      int needed,
      int queued,
      Person by,
      Instant now) {
    return new AuditEvent(
        AuditTypes.HUMAN_APPROVED,
        now,
        by.id(),
        choice.groupId(),
        Map.of(
            "name",
            by.name(),
            "action",
            choice.option().actionId(),
            "option",
            choice.rank(),
            "edited",
            edit.subject() != null || edit.body() != null,
            "approvals",
            approvals,
            "needed",
            needed,
            "queued",
            queued));
  }

  private static List<NewIntent> intents(
      ApprovalBatch batch,
      List<ProposalRow> group,
      Choice choice,
      IntentMaker maker,
      Person by,
      Instant now) {
    List<NewIntent> intents = new ArrayList<>(group.size());
    for (ProposalRow row : group) {
      if (!batch.knows(row.decisionId())) {
        continue;
      }
      Decision decision = batch.decision(row.decisionId());
      // In a group each member keeps its own option and, unless edited, its own words.
      RankedOption option =
          group.size() == 1
              ? choice.option()
              : decision.options().stream()
                  .filter(o -> o.actionId().equals(row.actionId()))
                  .findFirst()
                  .orElseThrow();
      intents.add(
          maker.intent(
              decision,
              option,
              choice.subject(),
              choice.body(),
              batch.queuedBefore(row.decisionId()),
              by.id(),
              now));
    }
    return intents;
  }

  private static RankedOption option(Decision decision, int rank) {
    return decision.options().stream()
        .filter(option -> option.rank() == rank)
        .findFirst()
        .orElseThrow(
            () ->
                WorkbenchException.user(
                    "C360-DEC-072",
                    "Decision "
                        + decision.id()
                        + " has no option "
                        + rank
                        + ". It has 1 to "
                        + decision.options().size()
                        + "."));
  }

  /// Why not, in words; empty when the person may.
  Optional<String> obstacle(String decisionId, Person by, Instant now) {
    return lake.read(
        c -> {
          ApprovalBatch batch = read(c, List.of(decisionId));
          return obstacle(c, batch, known(batch, decisionId), by, 0, now);
        });
  }

  private Optional<String> obstacle(
      Connection c,
      ApprovalBatch batch,
      List<ProposalRow> group,
      Person by,
      int chosen,
      Instant now)
      throws SQLException {
    ProposalRow head = group.getFirst();
    Optional<String> refusal = refusal(batch, head, by, now);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (group.size() == 1) {
      int rank = chosen == 0 ? head.chosen() : chosen;
      RankedOption wanted = option(batch.decision(head.decisionId()), rank);
      SendGuard.Verdict verdict =
          guard.check(c, List.of(asIntent(head, wanted, now)), now).getFirst();
      if (verdict instanceof SendGuard.Verdict.Block block) {
        return Optional.of(block.why() + ".");
      }
    }
    return Optional.empty();
  }

  /// Why not, by the state of the proposal and by who asks; the checks at send are apart.
  private Optional<String> refusal(ApprovalBatch batch, ProposalRow head, Person by, Instant now) {
    if (!head.open()) {
      return Optional.of(
          head.groupId()
              + " is "
              + head.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + " already.");
    }
    if (!head.expiresAt().isAfter(now)) {
      return Optional.of(head.groupId() + " has expired. The next run decides anew.");
    }
    if (stop.stopped()) {
      return Optional.of(stop.words());
    }
    if (by.isAgent() || by.id().equals("agent:" + head.agent())) {
      return Optional.of("The proposer never approves: an agent proposed this.");
    }
    if (!by.role().mayApprove()) {
      return Optional.of(
          "The role " + by.role().name().toLowerCase(Locale.ROOT) + " may not approve.");
    }
    boolean voted =
        batch.votes(head.groupId()).stream()
            .anyMatch(vote -> vote.approved() && vote.personId().equals(by.id()));
    if (voted) {
      return Optional.of("You approved this already. A second person must.");
    }
    return Optional.empty();
  }

  /// The option as it would stand in the outbox, for the checks at send.
  private static Intent asIntent(ProposalRow row, RankedOption option, Instant now) {
    return new Intent(
        0,
        "",
        row.decisionId(),
        row.customerId(),
        option.actionId(),
        option.kind(),
        option.channel(),
        option.purpose(),
        // The reserved amount is that of the proposed option.
        option.agent(),
        "",
        "",
        row.cost().max(option.cost()),
        ActionState.QUEUED,
        0,
        row.createdAt(),
        now,
        row.expiresAt(),
        "",
        null,
        null,
        null,
        null);
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

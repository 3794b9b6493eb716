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
import io.customer360.lakehouse.Rows;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person does to a proposal. Each is one transaction: the vote, the state, the outbox rows
// and
/// the audit entry are there together or not at all.
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

  ApprovalResult approve(String decisionId, Person by, ApprovalEdit edit, Instant now) {
    IntentMaker maker =
        new IntentMaker(texts.policies().targets(), workspace.settings().currency());
    return lake.write(c -> approve(c, decisionId, by, edit, maker, now));
  }

  /// As [#approve] for many in one transaction; those this person may not approve are left out.
  List<ApprovalResult> approveAll(List<String> decisionIds, Person by, Instant now) {
    IntentMaker maker =
        new IntentMaker(texts.policies().targets(), workspace.settings().currency());
    return lake.write(
        c -> {
          List<List<ProposalRow>> groups = new ArrayList<>();
          List<Intent> intents = new ArrayList<>();
          for (String id : decisionIds) {
            List<ProposalRow> group = group(c, id);
            if (refusal(c, group, by, now).isEmpty()) {
              ProposalRow head = group.getFirst();
              Decision decision = decisions.find(c, head.decisionId()).orElseThrow();
              groups.add(group);
              intents.add(asIntent(head, option(decision, head.chosen()), now));
            }
          }
          // The checks at send, for all at once: reading facts customer by customer is what costs.
          List<SendGuard.Verdict> verdicts = guard.check(c, intents, now);
          List<ApprovalResult> results = new ArrayList<>();
          for (int i = 0; i < groups.size(); i++) {
            boolean blocked =
                groups.get(i).size() == 1 && verdicts.get(i) instanceof SendGuard.Verdict.Block;
            if (!blocked) {
              results.add(write(c, groups.get(i), by, ApprovalEdit.NONE, maker, now));
            }
          }
          return results;
        });
  }

  private ApprovalResult approve(
      Connection c, String decisionId, Person by, ApprovalEdit edit, IntentMaker maker, Instant now)
      throws SQLException {
    List<ProposalRow> group = group(c, decisionId);
    obstacle(c, group, by, edit.option(), now)
        .ifPresent(
            why -> {
              throw WorkbenchException.user("C360-DEC-070", why);
            });
    return write(c, group, by, edit, maker, now);
  }

  /// Vote, choice, intents and audit entry of a group that may be approved.
  private ApprovalResult write(
      Connection c,
      List<ProposalRow> group,
      Person by,
      ApprovalEdit edit,
      IntentMaker maker,
      Instant now)
      throws SQLException {
    ProposalRow head = group.getFirst();
    int chosen = edit.option() == 0 ? head.chosen() : edit.option();
    String subject = edit.subject() == null ? head.subject() : edit.subject();
    String body = edit.body() == null ? head.body() : edit.body();
    if (body != null && body.isBlank()) {
      throw WorkbenchException.user(
          "C360-DEC-071", "The message is empty. Write it, or approve it as it was proposed.");
    }
    proposals.vote(c, head.groupId(), by, null, "", now);
    proposals.edit(c, head.groupId(), chosen, subject, body);
    Decision first = decisions.find(c, head.decisionId()).orElseThrow();
    RankedOption option = option(first, chosen);
    if (chosen != head.chosen()) {
      proposals.choose(c, head.groupId(), option);
    }
    int approvals =
        (int)
            proposals.votes(c, head.groupId()).stream()
                .filter(DecisionDetail.Vote::approved)
                .map(DecisionDetail.Vote::personId)
                .distinct()
                .count();
    int needed = Math.max(head.approvalsNeeded(), option.autonomy().approvals());
    boolean done = approvals >= needed;
    List<NewIntent> intents =
        done ? intents(c, group, chosen, subject, body, maker, by, now) : List.of();
    outbox.enqueueAll(c, intents);
    proposals.state(c, head.groupId(), done ? ActionState.QUEUED : ActionState.APPROVED, now);
    audit.append(
        c,
        new AuditEvent(
            AuditTypes.HUMAN_APPROVED,
            now,
            by.id(),
            head.groupId(),
            Map.of(
                "name",
                by.name(),
                "action",
                option.actionId(),
                "option",
                chosen,
                "edited",
                edit.subject() != null || edit.body() != null,
                "approvals",
                approvals,
                "needed",
                needed,
                "queued",
                intents.size())));
    Instant from = intents.stream().map(NewIntent::notBefore).min(Instant::compareTo).orElse(now);
    return new ApprovalResult(
        head.groupId(),
        done ? ActionState.QUEUED : ActionState.APPROVED,
        approvals,
        needed,
        intents.size(),
        from);
  }

  private List<NewIntent> intents(
      Connection c,
      List<ProposalRow> group,
      int chosen,
      @Nullable String subject,
      @Nullable String body,
      IntentMaker maker,
      Person by,
      Instant now)
      throws SQLException {
    List<String> ids = group.stream().map(ProposalRow::decisionId).toList();
    Map<String, Decision> all = decisions.findAll(c, ids);
    Map<String, Long> before = new HashMap<>();
    Rows.list(
        c,
        """
        select decision_id, count(*) from ops.outbox
        where decision_id in (select unnest(?)) group by decision_id
        """,
        row -> before.put(row.getString(1), row.getLong(2)),
        c.createArrayOf("VARCHAR", ids.toArray()));
    List<NewIntent> intents = new ArrayList<>();
    for (ProposalRow row : group) {
      Decision decision = all.get(row.decisionId());
      if (decision == null) {
        continue;
      }
      // In a group each member keeps its own option and, unless edited, its own words.
      RankedOption option =
          group.size() == 1
              ? option(decision, chosen)
              : decision.options().stream()
                  .filter(o -> o.actionId().equals(row.actionId()))
                  .findFirst()
                  .orElseThrow();
      intents.add(
          maker.intent(
              decision,
              option,
              subject,
              body,
              before.getOrDefault(row.decisionId(), 0L),
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
    return lake.read(c -> obstacle(c, group(c, decisionId), by, 0, now));
  }

  private Optional<String> obstacle(
      Connection c, List<ProposalRow> group, Person by, int chosen, Instant now)
      throws SQLException {
    Optional<String> refusal = refusal(c, group, by, now);
    if (refusal.isPresent()) {
      return refusal;
    }
    ProposalRow head = group.getFirst();
    if (group.size() == 1) {
      int option = chosen == 0 ? head.chosen() : chosen;
      RankedOption wanted = option(decisions.find(c, head.decisionId()).orElseThrow(), option);
      SendGuard.Verdict verdict =
          guard.check(c, List.of(asIntent(head, wanted, now)), now).getFirst();
      if (verdict instanceof SendGuard.Verdict.Block block) {
        return Optional.of(block.why() + ".");
      }
    }
    return Optional.empty();
  }

  /// Why not, by the state of the proposal and by who asks; the checks at send are apart.
  private Optional<String> refusal(Connection c, List<ProposalRow> group, Person by, Instant now)
      throws SQLException {
    ProposalRow head = group.getFirst();
    if (!head.open()) {
      return Optional.of(
          head.groupId()
              + " is "
              + head.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
              + " already.");
    }
    if (!head.expiresAt().isAfter(now)) {
      return Optional.of(head.groupId() + " has expired. The next run decides anew.");
    }
    if (stop.stopped()) {
      return Optional.of("Agents and outbox are stopped. Resume them first.");
    }
    if (by.isAgent() || by.id().equals("agent:" + head.agent())) {
      return Optional.of("The proposer never approves: an agent proposed this.");
    }
    if (!by.role().mayApprove()) {
      return Optional.of(
          "The role " + by.role().name().toLowerCase(java.util.Locale.ROOT) + " may not approve.");
    }
    boolean voted =
        proposals.votes(c, head.groupId()).stream()
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

  void reject(String decisionId, Person by, RejectReason reason, String note, Instant now) {
    lake.write(
        c -> {
          List<ProposalRow> group = group(c, decisionId);
          ProposalRow head = group.getFirst();
          if (!head.open()) {
            throw WorkbenchException.user(
                "C360-DEC-073", head.groupId() + " is not waiting any more. Nothing was changed.");
          }
          if (by.isAgent() || !by.role().mayApprove()) {
            throw WorkbenchException.user(
                "C360-DEC-074", by.name() + " may not decide on proposals.");
          }
          proposals.vote(c, head.groupId(), by, reason, note, now);
          proposals.state(c, head.groupId(), ActionState.REJECTED, now);
          audit.append(
              c,
              new AuditEvent(
                  AuditTypes.HUMAN_REJECTED,
                  now,
                  by.id(),
                  head.groupId(),
                  Map.of(
                      "name", by.name(),
                      "action", head.actionId(),
                      "reason", reason.name(),
                      "note", note)));
          return head;
        });
  }

  boolean undo(String decisionId, Person by, Instant now) {
    return lake.write(
        c -> {
          List<ProposalRow> group = group(c, decisionId);
          ProposalRow head = group.getFirst();
          boolean back =
              switch (head.state()) {
                case REJECTED, APPROVED -> true;
                case QUEUED ->
                    outbox.undo(c, group.stream().map(ProposalRow::decisionId).toList(), now);
                case PROPOSED,
                    EXPIRED,
                    IN_FLIGHT,
                    SENT,
                    CONFIRMED,
                    BOUNCED,
                    MEASURED,
                    UNKNOWN,
                    FAILED,
                    BLOCKED,
                    UNDONE ->
                    false;
              };
          if (!back) {
            return false;
          }
          proposals.withdrawVotes(c, head.groupId());
          proposals.state(c, head.groupId(), ActionState.PROPOSED, now);
          if (head.automatic()) {
            // What an agent let go and a person took back waits for a person.
            Rows.update(
                c,
                """
                update ops.proposal set automatic = false, approvals_needed = 1
                where group_id = ?
                """,
                head.groupId());
          }
          audit.append(
              c,
              new AuditEvent(
                  AuditTypes.HUMAN_UNDID,
                  now,
                  by.id(),
                  head.groupId(),
                  Map.of("name", by.name(), "was", head.state().name())));
          return true;
        });
  }

  /// Ends proposals nobody decided on in time; returns how many groups.
  int expire(Instant now) {
    String over = " where state in ('PROPOSED', 'APPROVED') and expires_at <= ?";
    if (lake.read(c -> Rows.number(c, "select count(*) from ops.proposal" + over, now)) == 0) {
      return 0;
    }
    return lake.write(
        c -> {
          List<String> groups =
              Rows.list(
                  c,
                  "select distinct group_id from ops.proposal" + over + " order by group_id",
                  row -> row.getString(1),
                  now);
          List<AuditEvent> events = new ArrayList<>();
          for (String group : groups) {
            proposals.state(c, group, ActionState.EXPIRED, now);
            events.add(
                new AuditEvent(
                    AuditTypes.ACTION_EXPIRED,
                    now,
                    "agent:coordinator",
                    group,
                    Map.of("why", "nobody decided in time")));
          }
          audit.appendAll(c, events);
          return groups.size();
        });
  }

  private List<ProposalRow> group(Connection c, String decisionId) throws SQLException {
    List<ProposalRow> group = proposals.group(c, decisionId);
    if (group.isEmpty()) {
      if (decisions.find(c, decisionId).isEmpty()) {
        throw DecisionStore.unknown(decisionId);
      }
      throw WorkbenchException.user(
          "C360-DEC-075", decisionId + " proposes nothing: no action passed every check.");
    }
    return group;
  }
}

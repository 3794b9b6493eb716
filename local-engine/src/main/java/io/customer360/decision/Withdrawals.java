package io.customer360.decision;

import io.customer360.fault.WorkbenchException;
import io.customer360.governance.AuditEvent;
import io.customer360.governance.AuditLog;
import io.customer360.governance.AuditTypes;
import io.customer360.governance.Person;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.outbox.ActionState;
import io.customer360.outbox.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How a proposal ends without being sent: rejected, taken back, expired. Each is one transaction
/// with its audit entry.
final class Withdrawals {
  private final Lakehouse lake;
  private final AuditLog audit;
  private final Outbox outbox;
  private final DecisionStore decisions;
  private final ProposalStore proposals;

  Withdrawals(
      Lakehouse lake,
      AuditLog audit,
      Outbox outbox,
      DecisionStore decisions,
      ProposalStore proposals) {
    this.lake = lake;
    this.audit = audit;
    this.outbox = outbox;
    this.decisions = decisions;
    this.proposals = proposals;
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
          mustDecide(head, by);
          proposals.reject(c, head.groupId(), by, reason, note, now);
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
          mustDecide(head, by);
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

  private static void mustDecide(ProposalRow head, Person by) {
    by.barredFrom(head.kind())
        .ifPresent(
            why -> {
              throw WorkbenchException.user("C360-DEC-074", why);
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
          proposals.states(c, groups, ActionState.EXPIRED, now);
          for (String group : groups) {
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

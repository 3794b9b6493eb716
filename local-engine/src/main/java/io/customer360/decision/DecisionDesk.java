package io.customer360.decision;

import io.customer360.governance.AuditLog;
import io.customer360.governance.GovernanceSchema;
import io.customer360.governance.LocalAuditLog;
import io.customer360.governance.LocalStopSwitch;
import io.customer360.governance.PastStopSwitch;
import io.customer360.governance.StopSwitch;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.SchemaContribution;
import io.customer360.outbox.LocalOutbox;
import io.customer360.outbox.Outbox;
import io.customer360.outbox.OutboxSchema;
import io.customer360.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// Decisions, approvals, outbox, outcomes, audit log and stop switch of one workspace, wired.
///
/// ```java
/// LakehouseParts parts = new LakehouseParts(steps, DecisionDesk.schemas(), uses);
/// Lakehouse lake = Lakehouse.open(workspace, parts);
/// DecisionDesk desk = DecisionDesk.open(lake, workspace, DecisionDesk.clock(lake, workspace));
/// ```
public record DecisionDesk(
    Decisions decisions, Outcomes outcomes, Outbox outbox, AuditLog audit, StopSwitch stop) {

  /// The tables these rooms own, for opening the lake.
  public static List<SchemaContribution> schemas() {
    return List.of(new GovernanceSchema(), new OutboxSchema(), new DecisionSchema());
  }

  /// @param clock what now means for decisions, approvals and expiry
  public static DecisionDesk open(Lakehouse lake, Workspace workspace, Clock clock) {
    AuditLog audit = new LocalAuditLog(lake);
    StopSwitch stop =
        workspace
            .settings()
            .past()
            .<StopSwitch>map(past -> new PastStopSwitch(past.of()))
            .orElseGet(() -> new LocalStopSwitch(lake, audit));
    Texts texts = new Texts(workspace.offers(), workspace.policies());
    PolicySendGuard guard = new PolicySendGuard(workspace, texts);
    Outbox outbox = new LocalOutbox(lake, audit, stop, guard);
    Decisions decisions =
        new LocalDecisions(lake, workspace, texts, stop, audit, outbox, guard, clock);
    return new DecisionDesk(
        decisions, new LocalOutcomes(lake, audit, outbox, clock), outbox, audit, stop);
  }

  /// The workspace's clock; with `data` as its setting, the data's today, so that old data are
  /// decided on as of their own time.
  public static Clock clock(Lakehouse lake, Workspace workspace) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return workspace.settings().clock().equals("data")
            ? lake.asOf()
            : workspace.clock().instant();
      }
    };
  }
}

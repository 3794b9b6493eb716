package io.customer360.connector;

import io.customer360.governance.GovernanceSchema;
import io.customer360.governance.LocalAuditLog;
import io.customer360.governance.LocalStopSwitch;
import io.customer360.governance.StopSwitch;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.LakehouseParts;
import io.customer360.outbox.ActionState;
import io.customer360.outbox.LocalOutbox;
import io.customer360.outbox.NewIntent;
import io.customer360.outbox.Outbox;
import io.customer360.outbox.OutboxSchema;
import io.customer360.outbox.SendGuard;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The outbox of a new workspace, whose rows all may go.
public final class TestOutbox implements AutoCloseable {
  private final Workspace workspace;
  private final Lakehouse lake;
  private final StopSwitch stop;
  private final Outbox outbox;

  public TestOutbox(Path folder) {
    workspace =
        Workspace.create(folder, WorkspaceSettings.of("T", "GBP", "Europe/London", "system"));
    lake =
        Lakehouse.open(
            workspace,
            LakehouseParts.of(List.of(), List.of(new GovernanceSchema(), new OutboxSchema())));
    LocalAuditLog audit = new LocalAuditLog(lake);
    stop = new LocalStopSwitch(lake, audit);
    SendGuard everything =
        (connection, intents, now) ->
            intents.stream().<SendGuard.Verdict>map(intent -> new SendGuard.Verdict.Go()).toList();
    outbox = new LocalOutbox(lake, audit, stop, everything);
  }

  public Outbox outbox() {
    return outbox;
  }

  public StopSwitch stop() {
    return stop;
  }

  /// Queues rows that are due.
  public void add(String target, String... keys) {
    Instant now = Clock.systemUTC().instant();
    for (String key : keys) {
      NewIntent intent =
          new NewIntent(
              key,
              "D-" + key,
              "C-" + key,
              "service-call",
              "service",
              "email",
              "service",
              "churn-prevention",
              target,
              "{\"n\":\"" + key + "\"}",
              BigDecimal.ONE,
              now,
              now,
              now.plus(Duration.ofDays(2)));
      lake.write(connection -> outbox.enqueue(connection, intent));
    }
  }

  public ActionState state(String key) {
    return outbox.byKey(key).orElseThrow().state();
  }

  @Override
  public void close() {
    lake.close();
    workspace.close();
  }
}

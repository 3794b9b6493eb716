package io.customer360.connector.delivery;

import io.customer360.connector.webhook.WebhookDestination;
import io.customer360.connector.webhook.WebhookSecret;
import io.customer360.governance.GovernanceSchema;
import io.customer360.governance.LocalAuditLog;
import io.customer360.governance.LocalStopSwitch;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.LakehouseParts;
import io.customer360.outbox.LocalOutbox;
import io.customer360.outbox.NewIntent;
import io.customer360.outbox.Outbox;
import io.customer360.outbox.OutboxSchema;
import io.customer360.outbox.SendGuard;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A program that delivers what a workspace's outbox holds, made to be killed.
///
/// Arguments: workspace, receiver's address, secret. Prints `ready` once it is about to deliver.
final class DeliveryProcess implements AutoCloseable {
  static final String TARGET = "webhook";

  private final Workspace workspace;
  private final Lakehouse lake;
  private final LocalAuditLog audit;
  private final Outbox outbox;

  DeliveryProcess(Workspace workspace) {
    this.workspace = workspace;
    this.lake =
        Lakehouse.open(
            workspace,
            LakehouseParts.of(List.of(), List.of(new GovernanceSchema(), new OutboxSchema())));
    this.audit = new LocalAuditLog(lake);
    SendGuard everything =
        (connection, intents, now) ->
            intents.stream().<SendGuard.Verdict>map(intent -> new SendGuard.Verdict.Go()).toList();
    this.outbox = new LocalOutbox(lake, audit, new LocalStopSwitch(lake, audit), everything);
  }

  public static void main(String[] arguments) {
    try (DeliveryProcess process = new DeliveryProcess(Workspace.open(Path.of(arguments[0])))) {
      System.out.println("ready");
      System.out.flush();
      process.deliver(URI.create(arguments[1]), WebhookSecret.of(arguments[2]));
    }
    System.exit(0);
  }

  static DeliveryProcess create(Path folder, int intents) {
    DeliveryProcess process =
        new DeliveryProcess(
            Workspace.create(
                folder, WorkspaceSettings.of("kill", "GBP", "Europe/London", "system")));
    Instant now = Clock.systemUTC().instant();
    List<NewIntent> all = new ArrayList<>();
    for (int i = 0; i < intents; i++) {
      all.add(
          new NewIntent(
              "msg_%05d".formatted(i),
              "D-" + i,
              "C-" + i,
              "service-call",
              "service",
              "email",
              "service",
              "churn-prevention",
              TARGET,
              "{\"n\":" + i + "}",
              BigDecimal.ONE,
              now,
              now,
              now.plus(Duration.ofDays(2))));
    }
    process.lake.write(connection -> process.outbox.enqueueAll(connection, all));
    return process;
  }

  DeliveryReport deliver(URI receiver, WebhookSecret secret) {
    Route route =
        new Route(
            new WebhookDestination(
                TARGET,
                receiver,
                List.of(secret),
                Set.of(receiver.getAuthority()),
                Duration.ofSeconds(3),
                Clock.systemUTC()),
            // Four attempts may fail within the patience below: 5 ms, 0.3 s, 1.8 s, 7.2 s.
            RetrySchedule.hurried(0.001),
            new RateLimit(5_000, 100, System::nanoTime),
            10);
    return new Courier(outbox, List.of(route), List.of(), Clock.systemUTC())
        .run(Duration.ofSeconds(20), Progress.NONE);
  }

  Outbox outbox() {
    return outbox;
  }

  LocalAuditLog audit() {
    return audit;
  }

  @Override
  public void close() {
    lake.close();
    workspace.close();
  }
}

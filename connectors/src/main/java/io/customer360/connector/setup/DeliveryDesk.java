package io.customer360.connector.setup;

import io.customer360.connector.Destination;
import io.customer360.connector.delivery.Courier;
import io.customer360.connector.delivery.DeliveryReport;
import io.customer360.connector.delivery.RateLimit;
import io.customer360.connector.delivery.RetrySchedule;
import io.customer360.connector.delivery.Route;
import io.customer360.connector.file.FileDropDestination;
import io.customer360.connector.sandbox.SandboxReceiver;
import io.customer360.connector.sandbox.SandboxScript;
import io.customer360.connector.webhook.WebhookDestination;
import io.customer360.connector.webhook.WebhookSecret;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.outbox.Outbox;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The destinations of one workspace, opened: what `sync` and the window deliver through. Holds the
/// sandbox receiver where the workspace uses it. One thread at a time delivers.
public final class DeliveryDesk implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  /// The sandbox is near and quick; nobody watches a demonstration for 75 hours.
  private static final Duration SANDBOX_TIMEOUT = Duration.ofSeconds(2);

  private static final double SANDBOX_HASTE = 0.02;

  /// A 429 stops the route for a second, so few large batches wait less than many small ones.
  private static final int SANDBOX_AT_ONCE = 256;

  private final Courier courier;
  private final Optional<SandboxReceiver> sandbox;

  private DeliveryDesk(Courier courier, Optional<SandboxReceiver> sandbox) {
    this.courier = courier;
    this.sandbox = sandbox;
  }

  /// Opens every destination of the workspace folder.
  ///
  /// @param script how the sandbox receiver behaves
  /// @param clock the workspace's moving clock, in which retries are measured
  public static DeliveryDesk open(
      Path workspace, Outbox outbox, SecretStore secrets, SandboxScript script, Clock clock) {
    List<Route> routes = new ArrayList<>();
    Optional<SandboxReceiver> sandbox = Optional.empty();
    for (DestinationSettings settings : new DestinationFile(workspace).read()) {
      RateLimit limit =
          new RateLimit(
              settings.perSecond(),
              settings.kind() == DestinationSettings.Kind.SANDBOX ? SANDBOX_AT_ONCE : 20,
              System::nanoTime);
      switch (settings.kind()) {
        case FILE ->
            routes.add(
                new Route(
                    new FileDropDestination(settings.name(), workspace.resolve(settings.folder())),
                    RetrySchedule.standard(),
                    limit,
                    50));
        case WEBHOOK ->
            routes.add(
                new Route(
                    webhook(workspace, settings, secrets), RetrySchedule.standard(), limit, 8));
        case SANDBOX -> {
          WebhookSecret secret = WebhookSecret.random(new SecureRandom());
          SandboxReceiver receiver =
              SandboxReceiver.start(
                  0,
                  workspace.resolve("exports/sandbox/" + settings.name() + ".journal"),
                  List.of(secret),
                  script.moods(),
                  Clock.systemUTC());
          sandbox = Optional.of(receiver);
          Destination destination =
              new WebhookDestination(
                  settings.name(),
                  receiver.address(),
                  List.of(secret),
                  Set.of(receiver.address().getAuthority()),
                  SANDBOX_TIMEOUT,
                  Clock.systemUTC());
          routes.add(
              new Route(destination, RetrySchedule.hurried(SANDBOX_HASTE), limit, SANDBOX_AT_ONCE));
        }
      }
    }
    return new DeliveryDesk(new Courier(outbox, routes, clock), sandbox);
  }

  private static Destination webhook(
      Path workspace, DestinationSettings settings, SecretStore secrets) {
    WebhookSecret secret =
        secrets
            .find(workspace.getFileName().toString(), settings.name())
            .orElseThrow(
                () ->
                    WorkbenchException.user(
                        "C360-DST-004",
                        "The destination "
                            + settings.name()
                            + " has no secret on this computer. Enter it with: workbench sync secret "
                            + settings.name()));
    return new WebhookDestination(
        settings.name(),
        URI.create(settings.url()),
        List.of(secret),
        Set.copyOf(settings.allow()),
        TIMEOUT,
        Clock.systemUTC());
  }

  /// Delivers what is due and what falls due within `patience`.
  public synchronized DeliveryReport deliver(Duration patience, Progress progress) {
    return courier.run(patience, progress);
  }

  /// How many ids the sandbox receiver processed more than once; 0 without a sandbox.
  public long processedTwice() {
    return sandbox.map(SandboxReceiver::processedTwice).orElse(0L);
  }

  @Override
  public void close() {
    sandbox.ifPresent(SandboxReceiver::close);
  }
}

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
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The destinations of one workspace, opened: what `sync` and the window deliver through. Holds the
/// sandbox receivers where the workspace uses it. One thread at a time delivers.
public final class DeliveryDesk implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  /// The sandbox is near and quick; nobody watches a demonstration for 75 hours.
  private static final Duration SANDBOX_TIMEOUT = Duration.ofSeconds(2);

  private static final double SANDBOX_HASTE = 0.02;

  /// A 429 stops the route for a second, so few large batches wait less than many small ones.
  private static final int SANDBOX_AT_ONCE = 256;

  private static final int FILES_AT_ONCE = 50;
  private static final int CALLS_AT_ONCE = 8;
  private static final int CALLS_IN_A_BURST = 20;

  private final Outbox outbox;
  private final Courier courier;
  private final Set<String> names;
  private final Map<String, String> unserved;
  private final List<SandboxReceiver> sandboxes;

  private DeliveryDesk(
      Outbox outbox,
      Courier courier,
      Set<String> names,
      Map<String, String> unserved,
      List<SandboxReceiver> sandboxes) {
    this.outbox = outbox;
    this.courier = courier;
    this.names = names;
    this.unserved = unserved;
    this.sandboxes = sandboxes;
  }

  /// Opens every destination of the workspace folder. One that cannot be opened is left out; the
  /// report of every delivery names it.
  ///
  /// @param script how the sandbox receiver behaves
  /// @param clock the workspace's moving clock, in which retries are measured
  public static DeliveryDesk open(
      Path workspace, Outbox outbox, SecretStore secrets, SandboxScript script, Clock clock) {
    List<Route> routes = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    Map<String, String> unserved = new TreeMap<>();
    List<SandboxReceiver> sandboxes = new ArrayList<>();
    for (DestinationSettings settings : new DestinationFile(workspace).read()) {
      names.add(settings.name());
      try {
        routes.add(
            switch (settings.kind()) {
              case FILE -> file(workspace, settings);
              case WEBHOOK -> webhook(workspace, settings, secrets);
              case SANDBOX -> sandbox(workspace, settings, script, sandboxes);
            });
      } catch (WorkbenchException e) {
        unserved.put(settings.name(), e.plain());
      } catch (InvalidPathException e) {
        unserved.put(
            settings.name(),
            "Its folder " + settings.folder() + " is not a path. Mend it in destinations.yaml.");
      }
    }
    Courier courier = new Courier(outbox, routes, unserved.keySet(), clock);
    return new DeliveryDesk(outbox, courier, names, unserved, sandboxes);
  }

  private static Route file(Path workspace, DestinationSettings settings) {
    return new Route(
        new FileDropDestination(settings.name(), workspace.resolve(settings.folder())),
        RetrySchedule.standard(),
        limit(settings, FILES_AT_ONCE),
        FILES_AT_ONCE);
  }

  private static Route sandbox(
      Path workspace,
      DestinationSettings settings,
      SandboxScript script,
      List<SandboxReceiver> opened) {
    WebhookSecret secret = WebhookSecret.random(new SecureRandom());
    SandboxReceiver receiver =
        SandboxReceiver.start(
            0,
            workspace.resolve("exports/sandbox/" + settings.name() + ".journal"),
            List.of(secret),
            script.moods(),
            Clock.systemUTC());
    opened.add(receiver);
    Destination destination =
        new WebhookDestination(
            settings.name(),
            receiver.address(),
            List.of(secret),
            Set.of(receiver.address().getAuthority()),
            SANDBOX_TIMEOUT,
            Clock.systemUTC());
    return new Route(
        destination,
        RetrySchedule.hurried(SANDBOX_HASTE),
        limit(settings, SANDBOX_AT_ONCE),
        SANDBOX_AT_ONCE);
  }

  private static Route webhook(Path workspace, DestinationSettings settings, SecretStore secrets) {
    URI address = WebhookAddress.of(settings.url());
    List<WebhookSecret> known = secrets.find(workspace, settings.name());
    if (known.isEmpty()) {
      throw WorkbenchException.user(
          "C360-DST-004",
          "It has no secret for this workspace on this computer. Enter it with: workbench sync secret "
              + settings.name());
    }
    Destination destination =
        new WebhookDestination(
            settings.name(),
            address,
            known,
            Set.copyOf(settings.allow()),
            TIMEOUT,
            Clock.systemUTC());
    return new Route(
        destination, RetrySchedule.standard(), limit(settings, CALLS_IN_A_BURST), CALLS_AT_ONCE);
  }

  private static RateLimit limit(DestinationSettings settings, int burst) {
    return new RateLimit(settings.perSecond(), burst, System::nanoTime);
  }

  /// Delivers what is due and what falls due within `patience`. The report names destinations that
  /// could not be opened, and those that approved actions wait for without being configured.
  public synchronized DeliveryReport deliver(Duration patience, Progress progress) {
    DeliveryReport report = courier.run(patience, progress);
    Map<String, String> left = new TreeMap<>(Unconfigured.waiting(outbox, names));
    left.putAll(unserved);
    return report.withUnserved(left);
  }

  /// How many bodies the sandbox receivers processed more than once; 0 without a sandbox.
  public long processedTwice() {
    return sandboxes.stream().mapToLong(SandboxReceiver::processedTwice).sum();
  }

  @Override
  public void close() {
    sandboxes.forEach(SandboxReceiver::close);
  }
}

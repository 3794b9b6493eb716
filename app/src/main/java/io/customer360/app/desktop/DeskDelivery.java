package io.customer360.app.desktop;

import io.customer360.app.Places;
import io.customer360.app.road.WorkClock;
import io.customer360.connector.delivery.DeliveryReport;
import io.customer360.connector.sandbox.SandboxScript;
import io.customer360.connector.setup.DeliveryDesk;
import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.ui.decision.DeliverySwitch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The window's way to the connectors: opens the workspace's destinations for one delivery.
final class DeskDelivery implements DeliverySwitch {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Engine engine;

  DeskDelivery(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Delivered deliver(Progress progress) {
    try (DeliveryDesk desk =
        DeliveryDesk.open(
            engine.workspace().root(),
            engine.outbox(),
            Places.secrets(),
            SandboxScript.KIND,
            WorkClock.of(engine.workspace().clock()))) {
      DeliveryReport report = desk.deliver(PATIENCE, progress);
      List<String> open = new ArrayList<>();
      report.unserved().forEach((target, why) -> open.add(target + ": " + why));
      if (!report.halted().isBlank()) {
        open.add(report.halted());
      }
      if (!open.isEmpty()) {
        throw WorkbenchException.user(
            "C360-DST-006", report.sent() + " sent. " + String.join(" ", open));
      }
      return new Delivered(report.sent(), report.bounced(), report.retried(), report.failed());
    }
  }
}

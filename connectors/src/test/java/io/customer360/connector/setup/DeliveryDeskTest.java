package io.customer360.connector.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.connector.TestOutbox;
import io.customer360.connector.delivery.DeliveryReport;
import io.customer360.connector.sandbox.SandboxScript;
import io.customer360.connector.webhook.WebhookSecret;
import io.customer360.job.Progress;
import io.customer360.outbox.ActionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryDeskTest {
  @TempDir Path folder;

  @Test
  void aBadDestinationIsNamedAndTheOthersAreServed() throws Exception {
    Path workspace = folder.resolve("w.c360");
    SecretStore secrets = new SecretStore(folder.resolve("keys"));
    try (TestOutbox room = new TestOutbox(workspace)) {
      secrets.keep(workspace, "blank", WebhookSecret.random(new SecureRandom()), false);
      Files.writeString(
          workspace.resolve("destinations.yaml"),
          """
          destinations:
            - {name: bare, kind: webhook, url: "https://example.org/hook"}
            - {name: blank, kind: webhook, url: "https://exa mple.org/hook"}
            - {name: sandbox one, kind: sandbox}
            - {name: sandbox two, kind: sandbox}
            - {name: file, kind: file, folder: out}
          """);
      room.add("file", "f");
      room.add("bare", "b");
      room.add("sandbox one", "s1");
      room.add("sandbox two", "s2");
      room.add("nowhere", "n1", "n2");
      DeliveryReport report;
      try (DeliveryDesk desk =
          DeliveryDesk.open(
              workspace, room.outbox(), secrets, SandboxScript.KIND, Clock.systemUTC())) {
        report = desk.deliver(Duration.ZERO, Progress.NONE);
        assertThat(desk.processedTwice()).isZero();
      }
      assertThat(report.sent()).isEqualTo(3);
      assertThat(report.unserved()).containsOnlyKeys("bare", "blank", "nowhere");
      assertThat(report.unserved().get("bare")).contains("workbench sync secret bare");
      assertThat(report.unserved().get("blank")).contains("https://exa mple.org/hook");
      assertThat(report.unserved().get("nowhere")).startsWith("2 approved actions wait");
      assertThat(report.complete()).isFalse();
      assertThat(room.state("f")).isEqualTo(ActionState.SENT);
      assertThat(room.state("b")).isEqualTo(ActionState.QUEUED);
    }
  }
}

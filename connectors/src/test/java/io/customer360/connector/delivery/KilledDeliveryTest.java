package io.customer360.connector.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.connector.sandbox.SandboxReceiver;
import io.customer360.connector.sandbox.SandboxScript;
import io.customer360.connector.webhook.WebhookSecret;
import io.customer360.outbox.ActionState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the delivering program again and again, as the power going off does.
class KilledDeliveryTest {
  private static final int KILLS = 20;
  private static final int INTENTS = 600;

  @TempDir Path folder;

  @Test
  void nothingIsLostAndEveryIdIsProcessedOnce() throws Exception {
    Path workspace = folder.resolve("kill.c360");
    DeliveryProcess.create(workspace, INTENTS).close();
    WebhookSecret secret = WebhookSecret.random(new SecureRandom());
    String classPath =
        UnpackedDriver.on(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            folder.resolve("driver"));
    SplittableRandom random = new SplittableRandom(20);
    try (SandboxReceiver receiver =
        SandboxReceiver.start(
            0,
            folder.resolve("journal"),
            List.of(secret),
            new SandboxScript(0, 3, 3, 0).moods(),
            Clock.systemUTC())) {
      int killed = 0;
      for (int round = 0; round < KILLS; round++) {
        int before = receiver.processed();
        Process process = start(classPath, workspace, receiver, secret);
        awaitReady(process);
        // Lets a few calls through, then pulls the plug at a moment of no one's choosing.
        awaitProgress(process, receiver, before + random.nextInt(1, 25));
        if (process.isAlive()) {
          killed++;
        }
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(killed).as("rounds in which there was something left to kill").isGreaterThan(15);
      try (DeliveryProcess last =
          new DeliveryProcess(io.customer360.workspace.Workspace.open(workspace))) {
        last.deliver(receiver.address(), secret);
        List<String> open =
            last.outbox().list(EnumSet.of(ActionState.QUEUED, ActionState.IN_FLIGHT), 10).stream()
                .map(row -> row.idempotencyKey() + ": " + row.attempts() + " " + row.reply())
                .toList();
        assertThat(last.outbox().counts())
            .as("left open: %s", open)
            .containsExactlyInAnyOrderEntriesOf(Map.of(ActionState.SENT, (long) INTENTS));
        assertThat(last.audit().verify().verified()).isTrue();
      }
      assertThat(receiver.processed()).isEqualTo(INTENTS);
      assertThat(receiver.processedTwice()).isZero();
      assertThat(receiver.arrivals()).hasSize(INTENTS);
      // The plug was pulled in the middle of calls: some had to be made again.
      assertThat(receiver.arrivals().values()).anyMatch(times -> times > 1);
    }
  }

  private static Process start(
      String classPath, Path workspace, SandboxReceiver receiver, WebhookSecret secret)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-cp",
            classPath,
            DeliveryProcess.class.getName(),
            workspace.toString(),
            receiver.address().toString(),
            secret.reveal()));
    return new ProcessBuilder(command)
        .redirectError(workspace.resolveSibling("killed.log").toFile())
        .start();
  }

  private static void awaitReady(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    while (line != null && !line.equals("ready")) {
      line = out.readLine();
    }
  }

  private static void awaitProgress(Process process, SandboxReceiver receiver, int processed)
      throws InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (receiver.processed() < processed && process.isAlive() && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }
}

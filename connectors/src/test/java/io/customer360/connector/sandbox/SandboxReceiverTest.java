package io.customer360.connector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.connector.Parcel;
import io.customer360.connector.webhook.WebhookDestination;
import io.customer360.connector.webhook.WebhookSecret;
import io.customer360.job.Progress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxReceiverTest {
  private static final WebhookSecret SECRET = WebhookSecret.random(new SecureRandom());

  @TempDir Path folder;

  @Test
  void aBodyUnderAnotherIdIsProcessedTwiceAndNoticed() {
    try (SandboxReceiver receiver = receiver()) {
      deliver(receiver, "msg_1", "{\"a\":1}");
      deliver(receiver, "msg_1", "{\"a\":1}");
      deliver(receiver, "msg_2", "{\"a\":2}");
      assertThat(receiver.processedTwice()).isZero();
      assertThat(receiver.processed()).isEqualTo(2);
    }
    try (SandboxReceiver again = receiver()) {
      assertThat(again.processedTwice()).isZero();
      deliver(again, "msg_3", "{\"a\":1}");
      assertThat(again.processedTwice()).isEqualTo(1);
      assertThat(again.processed()).isEqualTo(2);
    }
  }

  private SandboxReceiver receiver() {
    return SandboxReceiver.start(
        0, folder.resolve("journal"), List.of(SECRET), id -> Mood.OK, Clock.systemUTC());
  }

  private static void deliver(SandboxReceiver receiver, String id, String body) {
    new WebhookDestination(
            "sandbox",
            receiver.address(),
            List.of(SECRET),
            Set.of(receiver.address().getAuthority()),
            Duration.ofSeconds(5),
            Clock.systemUTC())
        .deliver(new Parcel(id, "action.executed", body), Progress.NONE);
  }
}

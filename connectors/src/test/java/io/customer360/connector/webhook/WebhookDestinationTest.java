package io.customer360.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.connector.Attempt;
import io.customer360.connector.Parcel;
import io.customer360.connector.sandbox.Mood;
import io.customer360.connector.sandbox.SandboxReceiver;
import io.customer360.job.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookDestinationTest {
  private static final WebhookSecret SECRET = WebhookSecret.random(new SecureRandom());
  private static final Parcel PARCEL = new Parcel("msg_1", "action.executed", "{\"a\":1}");

  @TempDir Path folder;

  @Test
  void everyMoodIsItsOwnAttempt() {
    assertThat(attempt(Mood.OK)).isInstanceOf(Attempt.Delivered.class);
    assertThat(attempt(Mood.BUSY))
        .isEqualTo(
            new Attempt.TryLater(
                "429 {\"error\":\"slow down\"}", Optional.of(Duration.ofSeconds(1))));
    assertThat(attempt(Mood.FAULTY)).isInstanceOf(Attempt.TryLater.class);
    assertThat(attempt(Mood.CUT)).isInstanceOf(Attempt.Unclear.class);
    assertThat(attempt(Mood.SILENT)).isInstanceOf(Attempt.Unclear.class);
    assertThat(attempt(Mood.BOUNCE)).isInstanceOf(Attempt.Bounced.class);
    assertThat(attempt(Mood.GONE)).isInstanceOf(Attempt.Closed.class);
  }

  @Test
  void theReceiverProcessesAnIdOnce() {
    try (SandboxReceiver receiver = receiver(Mood.OK, SECRET)) {
      WebhookDestination destination = destination(receiver.address(), true);
      assertThat(destination.deliver(PARCEL, Progress.NONE).reply()).contains("\"first\":true");
      assertThat(destination.deliver(PARCEL, Progress.NONE).reply()).contains("\"first\":false");
      assertThat(receiver.arrivals()).containsEntry("msg_1", 2);
    }
    try (SandboxReceiver again = receiver(Mood.OK, SECRET)) {
      assertThat(again.arrivals()).containsEntry("msg_1", 2);
    }
  }

  @Test
  void aWrongSecretIsRefused() {
    WebhookSecret other = WebhookSecret.random(new SecureRandom());
    try (SandboxReceiver receiver = receiver(Mood.OK, other)) {
      assertThat(destination(receiver.address(), true).deliver(PARCEL, Progress.NONE))
          .isInstanceOf(Attempt.Refused.class);
      assertThat(receiver.refused()).isEqualTo(1);
      assertThat(receiver.arrivals()).isEmpty();
    }
  }

  @Test
  void nobodyListeningIsTriedLaterAndLoopbackNeedsAllowing() {
    URI nobody = URI.create("http://127.0.0.1:1/hooks");
    assertThat(destination(nobody, true).deliver(PARCEL, Progress.NONE))
        .isInstanceOf(Attempt.TryLater.class);
    assertThat(destination(nobody, false).deliver(PARCEL, Progress.NONE))
        .isInstanceOf(Attempt.Refused.class);
  }

  @Test
  void retryAfterInSecondsAndAsDate() {
    Instant now = Instant.parse("2026-11-20T09:40:00Z");
    assertThat(WebhookDestination.wait("120", now)).contains(Duration.ofSeconds(120));
    assertThat(WebhookDestination.wait("Fri, 20 Nov 2026 09:41:00 GMT", now))
        .contains(Duration.ofSeconds(60));
    assertThat(WebhookDestination.wait("Fri, 20 Nov 2026 09:00:00 GMT", now))
        .contains(Duration.ZERO);
    assertThat(WebhookDestination.wait("soon", now)).isEmpty();
  }

  @Test
  void aLongReplyIsNotCutInTheMiddleOfACharacter() throws Exception {
    String smile = "\uD83D\uDE00";
    try (RawReceiver receiver =
        RawReceiver.answering("400 Bad Request", "x".repeat(299) + smile + " more")) {
      assertThat(destination(receiver.address(), true).deliver(PARCEL, Progress.NONE).reply())
          .isEqualTo("400 " + "x".repeat(299) + "…");
    }
  }

  private Attempt attempt(Mood mood) {
    try (SandboxReceiver receiver = receiver(mood, SECRET)) {
      return destination(receiver.address(), true).deliver(PARCEL, Progress.NONE);
    }
  }

  private SandboxReceiver receiver(Mood mood, WebhookSecret secret) {
    return SandboxReceiver.start(
        0, folder.resolve("journal"), List.of(secret), id -> mood, Clock.systemUTC());
  }

  private static WebhookDestination destination(URI target, boolean allowed) {
    return new WebhookDestination(
        "sandbox",
        target,
        List.of(SECRET),
        allowed ? Set.of(target.getAuthority()) : Set.of(),
        Duration.ofMillis(700),
        Clock.systemUTC());
  }
}

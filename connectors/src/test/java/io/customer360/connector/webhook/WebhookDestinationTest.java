package io.customer360.connector.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
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
  void aReplyWithoutEndEndsAtTheDeadline() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (RawReceiver receiver =
        RawReceiver.start(
            out -> {
              out.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nx".getBytes(US_ASCII));
              out.flush();
              over.await();
            })) {
      assertThat(destination(receiver.address(), true).deliver(PARCEL, Progress.NONE))
          .isInstanceOf(Attempt.Unclear.class);
    } finally {
      over.countDown();
    }
  }

  @Test
  void onlyTheBeginningOfAReplyIsRead() throws Exception {
    AtomicLong written = new AtomicLong();
    try (RawReceiver receiver =
        RawReceiver.start(
            out -> {
              out.write("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".getBytes(US_ASCII));
              byte[] chunk = ("1000\r\n" + "y".repeat(0x1000) + "\r\n").getBytes(US_ASCII);
              while (written.addAndGet(0x1000) < 1L << 32) {
                out.write(chunk);
              }
            })) {
      assertThat(destination(receiver.address(), true).deliver(PARCEL, Progress.NONE))
          .isEqualTo(new Attempt.Delivered("200 " + "y".repeat(300) + "…"));
    }
    assertThat(written.get()).isLessThan(1L << 26);
  }

  @Test
  void aWishForTooLongARestIsShortenedAndSaid() throws Exception {
    try (RawReceiver receiver =
        RawReceiver.answering("429 Busy", "slow", "Retry-After: 9223372036854775807")) {
      assertThat(destination(receiver.address(), true).deliver(PARCEL, Progress.NONE))
          .isEqualTo(
              new Attempt.TryLater(
                  "429 slow (asked for a longer rest than 24 h, which it gets)",
                  Optional.of(Duration.ofHours(24))));
    }
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

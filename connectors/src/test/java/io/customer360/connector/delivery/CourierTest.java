package io.customer360.connector.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.connector.Attempt;
import io.customer360.connector.Destination;
import io.customer360.connector.Parcel;
import io.customer360.connector.TestOutbox;
import io.customer360.governance.Person;
import io.customer360.governance.Role;
import io.customer360.job.Progress;
import io.customer360.outbox.ActionState;
import io.customer360.outbox.Intent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CourierTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration AN_HOUR = Duration.ofHours(1);

  @TempDir Path folder;
  private TestOutbox room;

  @BeforeEach
  void open() {
    room = new TestOutbox(folder.resolve("w.c360"));
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void whatIsDueIsDelivered() {
    room.add("crm", "a", "b", "c");
    DeliveryReport report = run(Duration.ZERO, route("crm", 8, 20, key -> taken()));
    assertThat(report.sent()).isEqualTo(3);
    assertThat(report.complete()).isTrue();
    assertThat(states("a", "b", "c")).containsOnly(ActionState.SENT);
  }

  @Test
  void whatOneCourierIsCallingAnotherLeavesAlone() throws Exception {
    room.add("crm", "a", "b");
    CountDownLatch calling = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    List<String> called = new CopyOnWriteArrayList<>();
    Route slow =
        route(
            "crm",
            1,
            1,
            key -> {
              called.add(key);
              calling.countDown();
              try {
                answer.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return taken();
            });
    Route quick =
        route(
            "crm",
            8,
            20,
            key -> {
              called.add(key);
              return taken();
            });
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<DeliveryReport> first = other.submit(() -> run(Duration.ZERO, slow));
      calling.await();
      try {
        assertThat(run(Duration.ZERO, quick).sent()).isEqualTo(1);
        assertThat(room.state("a")).isEqualTo(ActionState.IN_FLIGHT);
      } finally {
        answer.countDown();
      }
      assertThat(first.get().sent()).isEqualTo(1);
    }
    assertThat(called).containsExactlyInAnyOrder("a", "b");
    assertThat(states("a", "b")).containsOnly(ActionState.SENT);
  }

  @Test
  void theHoldOfACourierThatBrokeEndsByItself() {
    room.add("crm", "a");
    Instant now = CLOCK.instant();
    List<Intent> held = room.outbox().claim("crm", 1, now);
    assertThat(room.outbox().inFlight(held.getFirst().id(), now)).isTrue();
    Instant soon = now.plus(Duration.ofMinutes(4));
    assertThat(room.outbox().recover(List.of("crm"), soon).requeued()).isZero();
    Instant later = now.plus(Duration.ofMinutes(6));
    assertThat(room.outbox().recover(List.of("crm"), later).requeued()).isEqualTo(1);
    assertThat(room.outbox().claim("crm", 1, later)).hasSize(1);
  }

  @Test
  void nothingLeavesAndNothingIsAwaitedWhileStopped() {
    room.add("crm", "a");
    stop();
    DeliveryReport report = run(AN_HOUR, route("crm", 8, 20, key -> taken()));
    assertThat(report.halted()).contains("stopped");
    assertThat(report.complete()).isFalse();
    assertThat(room.state("a")).isEqualTo(ActionState.QUEUED);
  }

  @Test
  void aStopDuringDeliveryKeepsWhatWasAnswered() {
    room.add("crm", "a", "b", "c");
    Route oneByOne =
        route(
            "crm",
            1,
            1,
            key -> {
              stop();
              return taken();
            });
    DeliveryReport report = run(AN_HOUR, oneByOne);
    assertThat(report.sent()).isEqualTo(1);
    assertThat(report.halted()).isNotBlank();
    assertThat(states("a", "b", "c"))
        .containsExactly(ActionState.SENT, ActionState.QUEUED, ActionState.QUEUED);
  }

  @Test
  void aTargetThatWantsARestHoldsUpNobody() {
    room.add("slow", "s1", "s2", "s3");
    room.add("crm", "a", "b");
    Route slow =
        route(
            "slow", 1, 1, key -> new Attempt.TryLater("503", Optional.of(Duration.ofMinutes(40))));
    DeliveryReport report = run(Duration.ofSeconds(5), slow, route("crm", 8, 20, key -> taken()));
    assertThat(report.sent()).isEqualTo(2);
    assertThat(report.retried()).isEqualTo(1);
    assertThat(states("s1", "s2", "s3")).containsOnly(ActionState.QUEUED);
    Instant rested = CLOCK.instant().plus(Duration.ofMinutes(39));
    assertThat(room.outbox().nextDue("slow").orElseThrow()).isAfter(rested);
    room.outbox().enable("slow", CLOCK.instant());
    assertThat(room.outbox().claim("slow", 5, CLOCK.instant()))
        .extracting(Intent::idempotencyKey)
        .containsExactly("s1", "s2", "s3");
  }

  @Test
  void aSmallRateLeavesTheRestForLater() {
    room.add("crm", "a", "b", "c");
    Route rare =
        new Route(new Fake("crm", key -> taken()), RetrySchedule.standard(), rate(0.01), 8);
    assertThat(run(Duration.ofSeconds(2), rare).sent()).isEqualTo(1);
    assertThat(states("a", "b", "c"))
        .containsExactly(ActionState.SENT, ActionState.QUEUED, ActionState.QUEUED);
    assertThat(attempts("b")).isZero();
  }

  @Test
  void aCancelledDeliveryKeepsEveryAnswer() {
    room.add("crm", "a", "b");
    CountDownLatch hangs = new CountDownLatch(1);
    Route route =
        route(
            "crm",
            8,
            20,
            key -> {
              if (key.equals("a")) {
                return taken();
              }
              hangs.countDown();
              return hang();
            });
    assertThatThrownBy(() -> courier(route).run(AN_HOUR, cancelledAfter(hangs)))
        .isInstanceOf(CancellationException.class);
    assertThat(states("a", "b")).containsExactly(ActionState.SENT, ActionState.QUEUED);
    assertThat(room.outbox().nextDue("crm").orElseThrow()).isBeforeOrEqualTo(CLOCK.instant());
  }

  @Test
  void aTargetThatIsGoneGetsNothingMore() {
    room.add("crm", "a", "b");
    DeliveryReport report = run(AN_HOUR, route("crm", 1, 1, key -> new Attempt.Closed("410 gone")));
    assertThat(report.closed()).isEqualTo(1);
    assertThat(states("a", "b")).containsExactly(ActionState.FAILED, ActionState.QUEUED);
    assertThat(room.outbox().disabled()).containsEntry("crm", "410 gone");
  }

  @Test
  void whatWasCutOffAtATargetThatCannotBeServedNowWaitsForIt() {
    room.add("crm", "a");
    room.add("gone", "g");
    for (String target : List.of("crm", "gone")) {
      long id = room.outbox().claim(target, 1, CLOCK.instant()).getFirst().id();
      room.outbox().inFlight(id, CLOCK.instant());
    }
    // As long after as nobody holds them any more.
    Clock later = Clock.offset(CLOCK, Duration.ofMinutes(6));
    new Courier(room.outbox(), List.of(), List.of("crm"), later).run(AN_HOUR, Progress.NONE);
    assertThat(states("a", "g")).containsExactly(ActionState.QUEUED, ActionState.UNKNOWN);
  }

  private static Attempt taken() {
    return new Attempt.Delivered("200 ok");
  }

  private static Attempt hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException ended) {
      throw new CancellationException();
    }
    throw new IllegalStateException("nobody opens this latch");
  }

  private static RateLimit rate(double perSecond) {
    return new RateLimit(perSecond, 1, System::nanoTime);
  }

  private Route route(String name, int batch, int burst, Function<String, Attempt> answer) {
    return new Route(
        new Fake(name, answer),
        RetrySchedule.standard(),
        new RateLimit(1_000, burst, System::nanoTime),
        batch);
  }

  private Courier courier(Route... routes) {
    return new Courier(room.outbox(), List.of(routes), List.of(), CLOCK);
  }

  private DeliveryReport run(Duration patience, Route... routes) {
    return courier(routes).run(patience, Progress.NONE);
  }

  private void stop() {
    room.stop().stop(new Person("mh", "M. H.", Role.ADMINISTRATOR), CLOCK.instant());
  }

  private List<ActionState> states(String... keys) {
    return Arrays.stream(keys).map(room::state).toList();
  }

  private int attempts(String key) {
    return room.outbox().byKey(key).orElseThrow().attempts();
  }

  private static Progress cancelledAfter(CountDownLatch moment) {
    return new Progress() {
      @Override
      public void stage(String words) {}

      @Override
      public void fraction(double done) {}

      @Override
      public boolean cancelled() {
        return moment.getCount() == 0;
      }

      @Override
      public AutoCloseable onCancel(Runnable action) {
        return () -> {};
      }
    };
  }

  private record Fake(String name, Function<String, Attempt> answer) implements Destination {
    @Override
    public boolean idempotent() {
      return true;
    }

    @Override
    public Attempt deliver(Parcel parcel, Progress progress) {
      return answer.apply(parcel.key());
    }
  }
}

package io.customer360.connector.delivery;

import io.customer360.connector.Attempt;
import io.customer360.connector.Parcel;
import io.customer360.job.Progress;
import io.customer360.outbox.Intent;
import io.customer360.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// One route during one run: claims what its limit lets through, calls, and writes the answers.
/// Never waits, so that no route holds up another. All methods are for the courier's thread; only
/// the calls run on others.
final class Lane {
  /// The longest the courier looks away; a rate limit that lets a call through within it is no
  /// reason to leave.
  static final Duration GLANCE = Duration.ofMillis(200);

  /// How long an answer may wait for others to be written with.
  private static final Duration GATHER = Duration.ofMillis(100);

  private static final String TYPE = "action.executed";

  private final Route route;
  private final Outbox outbox;
  private final Clock clock;
  private final Semaphore bell;
  private final Tally tally;
  private final Map<Long, Thread> underWay = new LinkedHashMap<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private long firstAnswer;
  private boolean waiting;
  private boolean closed;
  private boolean cut;

  /// @param bell rung when there are answers worth writing
  Lane(Route route, Outbox outbox, Clock clock, Semaphore bell, Tally tally) {
    this.route = route;
    this.outbox = outbox;
    this.clock = clock;
    this.bell = bell;
    this.tally = tally;
  }

  private record Answer(Intent intent, Attempt attempt) {}

  /// Whether no call is under way and every answer is written.
  boolean idle() {
    return underWay.isEmpty();
  }

  /// Starts what may go now.
  ///
  /// @param until nothing is waited for that falls due later
  /// @return when to look again, at most [#GLANCE]; empty when nothing is left to do
  Optional<Duration> send(Instant until, Progress progress) {
    if (closed) {
      return idle() ? Optional.empty() : Optional.of(GATHER);
    }
    int free = route.batch() - underWay.size();
    if (free * 2 < route.batch()) {
      return Optional.of(GATHER);
    }
    Instant now = clock.instant();
    Duration wait = route.limit().until(Math.min(free, route.limit().within(GLANCE)));
    if (wait.isZero() && start(Math.min(free, route.limit().ready()), now, progress)) {
      return Optional.of(Duration.ZERO);
    }
    if (!idle()) {
      return Optional.of(wait.isZero() ? GATHER : shorter(wait, GATHER));
    }
    return next(wait, now, until);
  }

  /// Claims and calls; false when nothing could be claimed.
  private boolean start(int n, Instant now, Progress progress) {
    List<Intent> claimed = outbox.claim(route.target(), n, now);
    if (claimed.isEmpty()) {
      return false;
    }
    List<Long> may = outbox.inFlight(claimed.stream().map(Intent::id).toList(), now);
    List<Intent> going = claimed.stream().filter(intent -> may.contains(intent.id())).toList();
    route.limit().take(going.size());
    progress.stage("Deliver to " + route.target());
    open.addAndGet(going.size());
    for (Intent intent : going) {
      underWay.put(intent.id(), Thread.startVirtualThread(() -> call(intent, progress)));
    }
    return true;
  }

  private void call(Intent intent, Progress progress) {
    Parcel parcel = new Parcel(intent.idempotencyKey(), TYPE, intent.payload());
    Attempt attempt;
    try {
      attempt = route.destination().deliver(parcel, progress);
    } catch (CancellationException ended) {
      attempt = new Attempt.Unclear("Cut off: the delivery was cancelled");
    } catch (RuntimeException | Error broken) {
      attempt = new Attempt.Unclear("The call broke: " + broken);
    }
    answers.add(new Answer(intent, attempt));
    int now = answered.incrementAndGet();
    if (now >= open.get() || now * 2 >= route.batch()) {
      bell.release();
    }
  }

  /// When something may go again, if that is worth waiting for.
  private Optional<Duration> next(Duration wait, Instant now, Instant until) {
    if (outbox.disabled().containsKey(route.target())) {
      return Optional.empty();
    }
    Optional<Instant> due = outbox.nextDue(route.target());
    if (due.isEmpty()) {
      return Optional.empty();
    }
    Duration left = Duration.between(now, due.get());
    boolean isDue = !left.isPositive();
    if (isDue && wait.isPositive() && wait.compareTo(GLANCE) <= 0) {
      return Optional.of(wait);
    }
    // Due and not claimed although the limit allows it: somebody else holds it. Looked at again.
    Duration next = isDue && wait.isZero() ? GLANCE : left.compareTo(wait) > 0 ? left : wait;
    return now.plus(next).isAfter(until) ? Optional.empty() : Optional.of(shorter(next, GLANCE));
  }

  /// Writes the answers there are, when they are enough for a transaction or have waited.
  ///
  /// @param all whether to write however few they are
  void settle(boolean all) {
    int ready = answered.get();
    if (ready == 0) {
      return;
    }
    long now = System.nanoTime();
    if (!waiting) {
      waiting = true;
      firstAnswer = now;
    }
    boolean enough = ready >= underWay.size() || ready * 2 >= route.batch();
    if (all || enough || now - firstAnswer >= GATHER.toNanos()) {
      write();
      waiting = false;
    }
  }

  private void write() {
    Batch batch = new Batch(route, tally, clock.instant());
    for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
      answered.decrementAndGet();
      open.decrementAndGet();
      underWay.remove(answer.intent().id());
      batch.add(answer.intent(), answer.attempt(), cut);
    }
    closed |= batch.write(outbox);
  }

  /// Ends the calls under way where calling again does no harm; they answer at once.
  void cut() {
    if (route.destination().idempotent()) {
      cut = true;
      underWay.values().forEach(Thread::interrupt);
    }
  }

  /// Leaves the target alone for as long as it asked, in runs to come too.
  void leave() {
    Duration rest = route.limit().closedFor();
    if (rest.compareTo(GLANCE) > 0) {
      Instant now = clock.instant();
      outbox.postpone(route.target(), now.plus(rest), now);
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}

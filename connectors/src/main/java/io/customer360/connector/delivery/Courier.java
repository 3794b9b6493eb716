package io.customer360.connector.delivery;

import io.customer360.connector.Destination;
import io.customer360.job.Progress;
import io.customer360.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Delivers what the outbox holds. Several may run on one outbox: each row is held by one of them.
/// A courier may be killed at any point and started again: what was cut off is called again with
/// the same key where the target is idempotent, else left to a person.
///
/// Cancelling and the stop switch are seen within 200 ms: nothing new is called then, and what was
/// called is written. After a stop the answers are awaited; after a cancellation for half a second,
/// then the calls are ended where the target is idempotent.
public final class Courier {
  private static final Duration GRACE = Duration.ofMillis(500);

  private final Outbox outbox;
  private final List<Route> routes;
  private final List<String> absent;
  private final Clock clock;

  /// @param absent idempotent targets that cannot be served now; what was cut off there waits
  /// @param clock the time retries are measured in; it has to move
  public Courier(Outbox outbox, List<Route> routes, Collection<String> absent, Clock clock) {
    this.outbox = outbox;
    this.routes = List.copyOf(routes);
    this.absent = List.copyOf(absent);
    this.clock = clock;
  }

  /// Delivers what is due, and what falls due within `patience` of now, then returns. Rows of a
  /// target that asked to be left alone for longer stay queued and fall due after its rest.
  ///
  /// @throws CancellationException when cancelled; what was answered is written before
  public DeliveryReport run(Duration patience, Progress progress) {
    long started = System.nanoTime();
    Instant until = clock.instant().plus(patience);
    outbox.recover(
        Stream.concat(
                routes.stream()
                    .map(Route::destination)
                    .filter(Destination::idempotent)
                    .map(Destination::name),
                absent.stream())
            .toList(),
        clock.instant());
    outbox.expire(clock.instant());
    Tally tally = new Tally();
    Semaphore bell = new Semaphore(0);
    List<Lane> lanes =
        routes.stream().map(route -> new Lane(route, outbox, clock, bell, tally)).toList();
    boolean finished;
    try {
      finished = deliver(lanes, until, bell, progress);
      if (!finished) {
        end(lanes, bell);
      }
      lanes.forEach(Lane::leave);
    } catch (RuntimeException | Error broken) {
      lanes.forEach(Lane::cut);
      throw broken;
    }
    if (!finished) {
      throw new CancellationException();
    }
    return tally.report((System.nanoTime() - started) / 1e9, outbox.halted().orElse(""));
  }

  /// False when it was cancelled before the end.
  private boolean deliver(List<Lane> lanes, Instant until, Semaphore bell, Progress progress) {
    while (!progress.cancelled()) {
      Optional<Duration> next = round(lanes, until, progress);
      if (next.isEmpty()) {
        return true;
      }
      if (!nap(next.get(), bell)) {
        return false;
      }
    }
    return false;
  }

  /// Lets every lane do what can be done now; how long to rest then, empty when all is done.
  private Optional<Duration> round(List<Lane> lanes, Instant until, Progress progress) {
    Optional<Duration> soonest = Optional.empty();
    for (Lane lane : lanes) {
      lane.settle(false);
      Optional<Duration> next =
          outbox.halted().isEmpty()
              ? lane.send(until, progress)
              : lane.idle() ? Optional.empty() : Optional.of(Lane.GLANCE);
      if (next.isPresent() && (soonest.isEmpty() || next.get().compareTo(soonest.get()) < 0)) {
        soonest = next;
      }
    }
    return soonest;
  }

  /// Gathers the last answers after a cancellation.
  private void end(List<Lane> lanes, Semaphore bell) {
    // Nothing here may be given up because somebody interrupted this thread.
    boolean interrupted = Thread.interrupted();
    long until = System.nanoTime() + GRACE.toNanos();
    boolean cut = false;
    while (!lanes.stream().allMatch(Lane::idle)) {
      lanes.forEach(lane -> lane.settle(true));
      if (!cut && System.nanoTime() > until) {
        lanes.forEach(Lane::cut);
        cut = true;
      }
      interrupted |= !nap(Duration.ofMillis(20), bell);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Rests until the time is over or the bell rings; false when this thread was interrupted.
  private static boolean nap(Duration wait, Semaphore bell) {
    try {
      if (wait.isZero() || bell.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        bell.drainPermits();
      }
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}

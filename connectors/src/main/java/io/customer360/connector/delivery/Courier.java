package io.customer360.connector.delivery;

import io.customer360.connector.Attempt;
import io.customer360.connector.Parcel;
import io.customer360.job.Progress;
import io.customer360.outbox.Intent;
import io.customer360.outbox.Outbox;
import io.customer360.outbox.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Delivers what the outbox holds. One courier at a time runs on an outbox; it may be killed at any
/// point and started again: what was cut off is called again with the same key where the target is
/// idempotent, else left to a person.
public final class Courier {
  private static final String TYPE = "action.executed";
  private static final Pattern STATUS = Pattern.compile("^(\\d{3})\\b ?(.*)$", Pattern.DOTALL);
  private static final Duration LONGEST_NAP = Duration.ofMillis(200);

  private final Outbox outbox;
  private final List<Route> routes;
  private final Clock clock;

  /// @param clock the time retries are measured in; it has to move
  public Courier(Outbox outbox, List<Route> routes, Clock clock) {
    this.outbox = outbox;
    this.routes = List.copyOf(routes);
    this.clock = clock;
  }

  /// Delivers what is due, and what falls due within `patience` of now, then returns.
  public DeliveryReport run(Duration patience, Progress progress) {
    long started = System.nanoTime();
    Instant until = clock.instant().plus(patience);
    outbox.recover(
        routes.stream()
            .map(Route::destination)
            .filter(d -> d.idempotent())
            .map(d -> d.name())
            .toList(),
        clock.instant());
    outbox.expire(clock.instant());
    Tally tally = new Tally();
    try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
      while (true) {
        progress.checkCancelled();
        boolean worked = false;
        for (Route route : routes) {
          worked |= serve(route, calls, tally, progress);
        }
        if (!worked && !napUntilDue(until, progress)) {
          break;
        }
      }
    }
    return tally.report((System.nanoTime() - started) / 1e9);
  }

  /// Waits until something falls due, if that is before `until`.
  private boolean napUntilDue(Instant until, Progress progress) {
    Optional<Instant> next =
        routes.stream()
            .filter(route -> !outbox.disabled().containsKey(route.target()))
            .flatMap(route -> outbox.nextDue(route.target()).stream())
            .min(Instant::compareTo);
    if (next.isEmpty() || next.get().isAfter(until)) {
      return false;
    }
    Duration wait = Duration.between(clock.instant(), next.get());
    nap(wait.compareTo(LONGEST_NAP) < 0 ? wait : LONGEST_NAP);
    progress.checkCancelled();
    return true;
  }

  private boolean serve(Route route, ExecutorService calls, Tally tally, Progress progress) {
    List<Intent> claimed = outbox.claim(route.target(), route.batch(), clock.instant());
    if (claimed.isEmpty()) {
      return false;
    }
    List<Long> may = outbox.inFlight(claimed.stream().map(Intent::id).toList(), clock.instant());
    progress.stage("Deliver to " + route.target());
    List<Intent> going = claimed.stream().filter(intent -> may.contains(intent.id())).toList();
    List<Future<Attempt>> attempts = new ArrayList<>();
    for (Intent intent : going) {
      waitForPlace(route, progress);
      Parcel parcel = new Parcel(intent.idempotencyKey(), TYPE, intent.payload());
      attempts.add(calls.submit(() -> route.destination().deliver(parcel, progress)));
    }
    Settled settled = new Settled();
    for (int i = 0; i < going.size(); i++) {
      settle(route, going.get(i), result(attempts.get(i)), settled, tally);
    }
    settled.write(outbox, clock.instant());
    return true;
  }

  /// What a batch came to, written in one transaction for each kind.
  private static final class Settled {
    private final Map<Long, Reply> taken = new LinkedHashMap<>();
    private final Map<String, String> bounced = new LinkedHashMap<>();
    private final List<Outbox.Retry> again = new ArrayList<>();

    void write(Outbox outbox, Instant now) {
      if (!taken.isEmpty()) {
        outbox.sentAll(taken, now);
      }
      if (!bounced.isEmpty()) {
        outbox.bouncedAll(bounced, now);
      }
      if (!again.isEmpty()) {
        outbox.retryAll(again, now);
      }
    }
  }

  private void settle(Route route, Intent intent, Attempt attempt, Settled settled, Tally tally) {
    Instant now = clock.instant();
    switch (attempt) {
      case Attempt.Delivered delivered -> {
        settled.taken.put(intent.id(), reply(delivered.reply()));
        tally.sent++;
      }
      case Attempt.Bounced bounced -> {
        settled.taken.put(intent.id(), reply(bounced.reply()));
        settled.bounced.put(intent.idempotencyKey(), bounced.reply());
        tally.bounced++;
      }
      case Attempt.TryLater later -> {
        later.after().ifPresent(route.limit()::pause);
        again(route, intent, later.reply(), later.after(), settled, tally, now);
      }
      case Attempt.Unclear unclear -> {
        if (route.destination().idempotent()) {
          again(route, intent, unclear.reply(), Optional.empty(), settled, tally, now);
        } else {
          outbox.unknown(intent.id(), unclear.reply(), now);
          tally.unknown++;
        }
      }
      case Attempt.Refused refused -> {
        outbox.failed(intent.id(), reply(refused.reply()), now);
        tally.failed++;
      }
      case Attempt.Closed closed -> {
        outbox.failed(intent.id(), reply(closed.reply()), now);
        outbox.disable(route.target(), closed.reply(), now);
        tally.failed++;
        tally.closed++;
      }
    }
  }

  /// `attempts` of the intent was read before this attempt began.
  private void again(
      Route route,
      Intent intent,
      String why,
      Optional<Duration> asked,
      Settled settled,
      Tally tally,
      Instant now) {
    Optional<Duration> wait =
        route.retries().after(intent.attempts() + 1, asked, intent.idempotencyKey());
    if (wait.isPresent()) {
      settled.again.add(new Outbox.Retry(intent.id(), why, now.plus(wait.get())));
      tally.retried++;
    } else {
      outbox.failed(intent.id(), reply(why), now);
      tally.failed++;
    }
  }

  private static void waitForPlace(Route route, Progress progress) {
    Duration wait = route.limit().take();
    while (!wait.isZero()) {
      progress.checkCancelled();
      nap(wait);
      wait = route.limit().take();
    }
  }

  private static void nap(Duration wait) {
    try {
      Thread.sleep(wait.isNegative() ? Duration.ZERO : wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private static Attempt result(Future<Attempt> attempt) {
    try {
      return attempt.get();
    } catch (ExecutionException e) {
      return new Attempt.Unclear("The call broke: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private static Reply reply(String text) {
    Matcher status = STATUS.matcher(text);
    return status.matches()
        ? new Reply(Integer.parseInt(status.group(1)), status.group(2), "")
        : new Reply(0, text, "");
  }

  private static final class Tally {
    private int sent;
    private int bounced;
    private int retried;
    private int failed;
    private int unknown;
    private int closed;

    DeliveryReport report(double seconds) {
      return new DeliveryReport(sent, bounced, retried, failed, unknown, closed, seconds);
    }
  }
}

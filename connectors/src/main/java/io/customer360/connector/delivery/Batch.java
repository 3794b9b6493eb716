package io.customer360.connector.delivery;

import io.customer360.connector.Attempt;
import io.customer360.outbox.Intent;
import io.customer360.outbox.Outbox;
import io.customer360.outbox.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What some answered calls of one route come to in the outbox.
final class Batch {
  private static final Pattern STATUS = Pattern.compile("^(\\d{3})\\b ?(.*)$", Pattern.DOTALL);

  private final Route route;
  private final Tally tally;
  private final Instant now;
  private final Map<Long, Reply> taken = new LinkedHashMap<>();
  private final Map<String, String> bounced = new LinkedHashMap<>();
  private final List<Outbox.Retry> again = new ArrayList<>();
  private final Map<Long, Reply> failed = new LinkedHashMap<>();
  private final Map<Long, String> unknown = new LinkedHashMap<>();
  private Optional<String> closed = Optional.empty();

  Batch(Route route, Tally tally, Instant now) {
    this.route = route;
    this.tally = tally;
    this.now = now;
  }

  /// @param cut whether this program itself ended the call: it is due again at once
  void add(Intent intent, Attempt attempt, boolean cut) {
    switch (attempt) {
      case Attempt.Delivered delivered -> {
        taken.put(intent.id(), reply(delivered.reply()));
        tally.sent++;
      }
      case Attempt.Bounced bounce -> {
        taken.put(intent.id(), reply(bounce.reply()));
        bounced.put(intent.idempotencyKey(), bounce.reply());
        tally.bounced++;
      }
      case Attempt.TryLater later -> {
        later.after().ifPresent(route.limit()::pause);
        again(intent, later.reply(), later.after());
      }
      case Attempt.Unclear unclear -> {
        if (!route.destination().idempotent()) {
          unknown.put(intent.id(), unclear.reply());
          tally.unknown++;
        } else if (cut) {
          again.add(new Outbox.Retry(intent.id(), unclear.reply(), now));
          tally.retried++;
        } else {
          again(intent, unclear.reply(), Optional.empty());
        }
      }
      case Attempt.Refused refused -> fail(intent, refused.reply());
      case Attempt.Closed gone -> {
        fail(intent, gone.reply());
        closed = Optional.of(gone.reply());
      }
    }
  }

  /// `attempts` of the intent was read before this attempt began.
  private void again(Intent intent, String why, Optional<Duration> asked) {
    Optional<Duration> wait =
        route.retries().after(intent.attempts() + 1, asked, intent.idempotencyKey());
    if (wait.isPresent()) {
      again.add(new Outbox.Retry(intent.id(), why, now.plus(wait.get())));
      tally.retried++;
    } else {
      fail(intent, why);
    }
  }

  private void fail(Intent intent, String why) {
    failed.put(intent.id(), reply(why));
    tally.failed++;
  }

  /// Writes it all; true when the target wants nothing more.
  boolean write(Outbox outbox) {
    outbox.settle(new Outbox.Settled(taken, bounced, again, failed, unknown), now);
    closed.ifPresent(
        why -> {
          outbox.disable(route.target(), why, now);
          tally.closed++;
        });
    return closed.isPresent();
  }

  private static Reply reply(String text) {
    Matcher status = STATUS.matcher(text);
    return status.matches()
        ? new Reply(Integer.parseInt(status.group(1)), status.group(2), "")
        : new Reply(0, text, "");
  }
}

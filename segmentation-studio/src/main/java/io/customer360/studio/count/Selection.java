package io.customer360.studio.count;

import io.customer360.job.Progress;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.rule.Occurrence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The events meant by an occurrence. Those of one customer stand in order of time, so a window is
/// a stretch of them, found from its ends; which of them have the right details is a set of bits
/// that stays the same while the window is edited. Safe for several threads.
final class Selection {
  private final EventColumns events;
  private final int first;
  private final int last;
  private final boolean empty;
  private final @Nullable Bits details;

  private Selection(EventColumns events, Moments.Span span, @Nullable Bits details) {
    this.events = events;
    this.first = (int) Math.max(Integer.MIN_VALUE, span.first());
    this.last = (int) Math.min(Integer.MAX_VALUE, span.last());
    this.empty =
        span.first() > span.last()
            || span.first() > Integer.MAX_VALUE
            || span.last() < Integer.MIN_VALUE;
    this.details = details;
  }

  /// Null when the events cannot be told exactly in memory.
  static @Nullable Selection of(
      Columns columns,
      EventDetails details,
      EventSource source,
      Occurrence occurrence,
      Moments.Span span,
      Progress progress) {
    EventColumns events = columns.events(source, progress);
    if (!events.whole()) {
      return null;
    }
    Bits all = null;
    List<Occurrence.Detail> wanted = occurrence.details();
    for (Occurrence.Detail detail : wanted) {
      Bits one = details.of(source, detail, progress).orElse(null);
      if (one == null) {
        return null;
      }
      all = all == null ? one : all.and(one);
    }
    return new Selection(events, span, all);
  }

  /// When the event of a row happened, in seconds since 1970.
  int second(int row) {
    return events.seconds()[row];
  }

  /// The first row of a customer within the window.
  int from(int customer) {
    int low = events.order().starts()[customer];
    int high = events.order().starts()[customer + 1];
    if (empty) {
      return high;
    }
    int[] seconds = events.seconds();
    if (low == high || seconds[low] >= first) {
      return low;
    }
    // Most windows reach to today and are short: look from the end, then halve.
    int step = 1;
    int at = high - 1;
    while (at > low && seconds[at] >= first) {
      high = at;
      at = Math.max(low, at - step);
      step <<= 1;
    }
    int below = at;
    while (high - below > 1) {
      int middle = below + high >>> 1;
      if (seconds[middle] >= first) {
        high = middle;
      } else {
        below = middle;
      }
    }
    return high;
  }

  /// The row after the last one of a customer within the window.
  int to(int customer) {
    int low = events.order().starts()[customer];
    int high = events.order().starts()[customer + 1];
    int[] seconds = events.seconds();
    if (low == high || seconds[high - 1] <= last) {
      return high;
    }
    while (low < high) {
      int middle = low + high >>> 1;
      if (seconds[middle] <= last) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The first row from `row` on, before `to`, with the right details; `to` without one.
  int next(int row, int to) {
    return details == null ? Math.min(row, to) : details.next(row, to);
  }

  /// How many rows from `from` on, before `to`, have the right details.
  int count(int from, int to) {
    return details == null ? Math.max(0, to - from) : details.count(from, to);
  }
}

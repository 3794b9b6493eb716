package io.customer360.studio.count;

import io.customer360.job.Progress;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldType;
import io.customer360.studio.rule.Occurrence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs over the events that are meant by an occurrence, block by block.
final class Selection {
  private static final int BLOCK = 8192;

  private final EventColumns events;
  private final Moments.Span span;
  private final List<RowFilter> filters;
  private final Progress progress;

  private Selection(
      EventColumns events, Moments.Span span, List<RowFilter> filters, Progress progress) {
    this.events = events;
    this.span = span;
    this.filters = filters;
    this.progress = progress;
  }

  /// Null when the events cannot be told exactly in memory.
  static @Nullable Selection of(
      Columns columns,
      EventSource source,
      Occurrence occurrence,
      Moments moments,
      int ended,
      Progress progress) {
    EventColumns events = columns.events(source, progress);
    if (!events.whole()) {
      return null;
    }
    List<RowFilter> filters = new ArrayList<>();
    for (Occurrence.Detail detail : occurrence.details()) {
      Field field = source.field(detail.field()).orElseThrow();
      if (field.type() == FieldType.TEXT) {
        TextColumn texts = columns.texts(source, field, progress).orElse(null);
        if (texts == null) {
          return null;
        }
        filters.add(RowFilter.codes(texts.codes(), TextTest.passes(texts, detail.comparison())));
      } else {
        double[] values = columns.numbers(source, field, progress);
        filters.add(
            RowFilter.numbers(
                values, NumberTest.of(detail.comparison(), value -> moments.number(field, value))));
      }
    }
    return new Selection(events, moments.span(occurrence.window(), ended), filters, progress);
  }

  /// Takes row numbers of known customers.
  @FunctionalInterface
  interface Taker {
    void take(int[] rows, int count);
  }

  EventColumns events() {
    return events;
  }

  void run(Taker taker) {
    int[] rows = new int[BLOCK];
    int[] seconds = events.seconds();
    int[] customers = events.customers();
    long first = span.first();
    long last = span.last();
    for (int from = 0; from < events.rows(); from += BLOCK) {
      progress.checkCancelled();
      int to = Math.min(events.rows(), from + BLOCK);
      int count = 0;
      for (int row = from; row < to; row++) {
        rows[count] = row;
        int second = seconds[row];
        count += second >= first & second <= last & customers[row] >= 0 ? 1 : 0;
      }
      for (RowFilter filter : filters) {
        if (count == 0) {
          break;
        }
        count = filter.keep(rows, count);
      }
      if (count > 0) {
        taker.take(rows, count);
      }
    }
  }
}

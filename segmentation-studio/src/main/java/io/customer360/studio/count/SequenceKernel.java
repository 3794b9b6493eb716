package io.customer360.studio.count;

import java.util.Arrays;

/// Who had an event of the first kind that was (or was not) followed by one of the second.
final class SequenceKernel {
  private static final long DAY = 86_400;

  private SequenceKernel() {}

  static Bits run(Selection first, Selection then, boolean followed, int withinDays, int size) {
    long[] starts = moments(first);
    long[] answers = moments(then);
    Bits bits = new Bits(size);
    long within = withinDays * DAY;
    int at = 0;
    for (long start : starts) {
      // The first answer of this customer later than the start, or of a later customer.
      while (at < answers.length && answers[at] <= start) {
        at++;
      }
      boolean answered =
          at < answers.length
              && answers[at] >>> 32 == start >>> 32
              && answers[at] - start <= within;
      if (answered == followed) {
        bits.set((int) (start >>> 32));
      }
    }
    return bits;
  }

  /// Customer in the upper half, seconds in the lower, in order.
  private static long[] moments(Selection selection) {
    int[] customers = selection.events().customers();
    int[] seconds = selection.events().seconds();
    Growing found = new Growing();
    selection.run(
        (rows, count) -> {
          for (int i = 0; i < count; i++) {
            int row = rows[i];
            // Shifted, so that times before 1970 stay in order.
            found.add((long) customers[row] << 32 | seconds[row] - (long) Integer.MIN_VALUE);
          }
        });
    long[] moments = found.trimmed();
    Arrays.sort(moments);
    return moments;
  }

  private static final class Growing {
    private long[] values = new long[1024];
    private int count;

    void add(long value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, count * 2);
      }
      values[count++] = value;
    }

    long[] trimmed() {
      return Arrays.copyOf(values, count);
    }
  }
}

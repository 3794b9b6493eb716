package io.customer360.studio.count;

import io.customer360.job.Progress;

/// Who had an event of the first kind that was (or was not) followed by one of the second.
final class SequenceKernel {
  private static final long DAY = 86_400;

  private SequenceKernel() {}

  static Bits run(
      Selection first,
      Selection then,
      boolean followed,
      int withinDays,
      int size,
      Progress progress) {
    long within = withinDays * DAY;
    Bits bits = new Bits(size);
    Sifting.pieces(
        size,
        (from, to) -> {
          progress.checkCancelled();
          for (int customer = from; customer < to; customer++) {
            if (holds(first, then, followed, within, customer)) {
              bits.set(customer);
            }
          }
        });
    return bits;
  }

  private static boolean holds(
      Selection first, Selection then, boolean followed, long within, int customer) {
    int end = first.to(customer);
    int start = first.next(first.from(customer), end);
    if (start >= end) {
      return false;
    }
    int last = then.to(customer);
    int answer = then.next(then.from(customer), last);
    for (; start < end; start = first.next(start + 1, end)) {
      long began = first.second(start);
      while (answer < last && then.second(answer) <= began) {
        answer = then.next(answer + 1, last);
      }
      boolean answered = answer < last && then.second(answer) - began <= within;
      if (answered == followed) {
        return true;
      }
    }
    return false;
  }
}

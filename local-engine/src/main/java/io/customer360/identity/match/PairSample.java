package io.customer360.identity.match;

import io.customer360.identity.block.Parallel;
import io.customer360.identity.compare.RecordComparator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Pairs of rows with their patterns, in an order that does not depend on threads.
///
/// @param pairs `a << 32 | b`
/// @param scale how many pairs of the whole each one stands for
@SuppressWarnings("ArrayRecordComponent") // a hand-over inside the package, never compared
record PairSample(long[] pairs, long[] patterns, double scale) {
  static PairSample of(long[] pairs, RecordComparator comparator, int threads, double scale) {
    long[] patterns = new long[pairs.length];
    List<Runnable> work = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int from = (int) ((long) pairs.length * t / threads);
      int to = (int) ((long) pairs.length * (t + 1) / threads);
      work.add(
          () -> {
            RecordComparator.Scratch scratch = comparator.scratch();
            for (int i = from; i < to; i++) {
              patterns[i] = comparator.pattern(a(pairs[i]), b(pairs[i]), scratch);
            }
          });
    }
    Parallel.run(work);
    return new PairSample(pairs, patterns, scale);
  }

  int size() {
    return pairs.length;
  }

  static int a(long pair) {
    return (int) (pair >>> 32);
  }

  static int b(long pair) {
    return (int) pair;
  }

  static long pair(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  /// The same patterns each once, with how often they occur.
  Histogram histogram() {
    long[] sorted = patterns.clone();
    Arrays.parallelSort(sorted);
    long[] distinct = new long[sorted.length];
    double[] counts = new double[sorted.length];
    int n = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        distinct[n++] = sorted[i];
      }
      counts[n - 1] += scale;
    }
    return new Histogram(Arrays.copyOf(distinct, n), Arrays.copyOf(counts, n));
  }

  /// @param counts pairs of the whole, by pattern
  @SuppressWarnings("ArrayRecordComponent")
  record Histogram(long[] patterns, double[] counts) {}
}

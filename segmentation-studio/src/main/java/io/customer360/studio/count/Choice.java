package io.customer360.studio.count;

import java.util.PriorityQueue;
import java.util.SplittableRandom;

/// Picks a few customers out of many.
final class Choice {
  private Choice() {}

  /// @param values by which the highest are picked; not known counts as lowest
  /// @param seed 0: the highest, ties by number; else a random sample, in order of the numbers
  static int[] of(Bits members, double[] values, int limit, long seed) {
    return seed == 0 && values.length > 0
        ? highest(members, values, limit)
        : drawn(members, limit, seed);
  }

  private static int[] highest(Bits members, double[] values, int limit) {
    java.util.Comparator<Integer> order =
        (a, b) -> {
          int byValue = Double.compare(value(values, a), value(values, b));
          return byValue != 0 ? byValue : Integer.compare(b, a);
        };
    PriorityQueue<Integer> best = new PriorityQueue<>(order);
    for (int i = members.next(0); i >= 0; i = members.next(i + 1)) {
      if (best.size() < limit) {
        best.add(i);
      } else if (limit > 0 && order.compare(i, best.peek()) > 0) {
        best.poll();
        best.add(i);
      }
    }
    return best.stream().sorted(order.reversed()).mapToInt(Integer::intValue).toArray();
  }

  private static double value(double[] values, int at) {
    return Double.isNaN(values[at]) ? Double.NEGATIVE_INFINITY : values[at];
  }

  /// Reservoir sampling (Vitter, algorithm R).
  private static int[] drawn(Bits members, int limit, long seed) {
    int[] kept = new int[Math.min(limit, members.count())];
    SplittableRandom random = new SplittableRandom(seed);
    int seen = 0;
    for (int i = members.next(0); i >= 0; i = members.next(i + 1)) {
      if (seen < kept.length) {
        kept[seen] = i;
      } else if (kept.length > 0) {
        int at = random.nextInt(seen + 1);
        if (at < kept.length) {
          kept[at] = i;
        }
      }
      seen++;
    }
    java.util.Arrays.sort(kept);
    return kept;
  }
}

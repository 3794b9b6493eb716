package io.customer360.ui.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Rounds the parts of a sum so that what is printed adds up to the printed total.
public final class Rounding {
  private Rounding() {}

  /// The parts in units of 10^-decimals, by largest remainder; their sum is exactly the rounded sum
  /// of `parts`, and no part moves by a whole unit or more.
  public static long[] adding(double[] parts, int decimals) {
    return adding(parts, Math.round(Arrays.stream(parts).sum() * Math.pow(10, decimals)), decimals);
  }

  /// As above towards a given total in units, which must be within `parts.length` units of the sum.
  public static long[] adding(double[] parts, long total, int decimals) {
    double unit = Math.pow(10, decimals);
    long[] units = new long[parts.length];
    double[] remainder = new double[parts.length];
    long sum = 0;
    for (int i = 0; i < parts.length; i++) {
      units[i] = (long) Math.floor(parts[i] * unit);
      remainder[i] = parts[i] * unit - units[i];
      sum += units[i];
    }
    int[] order =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -remainder[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; sum < total && i < order.length; i++, sum++) {
      units[order[i]]++;
    }
    for (int i = order.length - 1; sum > total && i >= 0; i--, sum--) {
      units[order[i]]--;
    }
    return units;
  }
}

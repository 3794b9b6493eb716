package io.customer360.model;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Rounds parts so that they add up to a rounded whole, by the largest remainder: every part stays
/// within one unit of its value.
public final class Apportionment {
  private Apportionment() {}

  /// The parts rounded to `decimals` so that they sum to `total` rounded likewise. No part that is
  /// 0 becomes anything else unless nothing else can give way.
  public static double[] round(double[] parts, double total, int decimals) {
    double unit = Math.pow(10, decimals);
    long[] units = new long[parts.length];
    double[] remainders = new double[parts.length];
    long sum = 0;
    for (int i = 0; i < parts.length; i++) {
      double scaled = parts[i] * unit;
      units[i] = (long) Math.floor(scaled);
      remainders[i] = scaled - units[i];
      sum += units[i];
    }
    long missing = Math.round(total * unit) - sum;
    int[] byRemainder =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> remainders[i]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    for (int turn = 0; parts.length > 0 && missing != 0; turn++) {
      int last = parts.length - 1;
      int at = turn % parts.length;
      int step = missing > 0 ? 1 : -1;
      units[byRemainder[step > 0 ? at : last - at]] += step;
      missing -= step;
    }
    double[] rounded = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      rounded[i] = units[i] / unit;
    }
    return rounded;
  }

  /// One number rounded to `decimals`, half up.
  public static double round(double value, int decimals) {
    double unit = Math.pow(10, decimals);
    return Math.round(value * unit) / unit;
  }
}

package io.customer360.studio.compare;

import io.customer360.studio.count.Bits;
import io.customer360.studio.field.Field;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Medians and bars of a column in two groups.
final class Quantiles {
  private Quantiles() {}

  /// The median of all known values of both groups; NaN without any, or when all are equal.
  static double median(double[] values, Bits first, Bits second) {
    double[] known = known(values, first.or(second));
    if (known.length == 0) {
      return Double.NaN;
    }
    Arrays.sort(known);
    return known[0] == known[known.length - 1] ? Double.NaN : known[known.length / 2];
  }

  private static double[] known(double[] values, Bits group) {
    double[] known = new double[group.count()];
    int n = 0;
    for (int i = group.next(0); i >= 0; i = group.next(i + 1)) {
      if (!Double.isNaN(values[i])) {
        known[n++] = values[i];
      }
    }
    return Arrays.copyOf(known, n);
  }

  /// Bars of equal width from the 1st to the 99th of 100 parts; what lies outside counts to the
  /// outer bars.
  static Distribution distribution(
      Field field, double[] values, Bits segment, Bits against, int bars) {
    double[] inside = known(values, segment);
    double[] outside = known(values, against);
    double[] all = known(values, segment.or(against));
    Arrays.sort(inside);
    Arrays.sort(outside);
    Arrays.sort(all);
    double low = all[all.length / 100];
    double high = all[(int) (all.length * 0.99)];
    double width = high > low ? (high - low) / bars : 1;
    List<Double> edges = new ArrayList<>();
    for (int i = 0; i <= bars; i++) {
      edges.add(low + i * width);
    }
    return new Distribution(
        field.name(),
        field.title(),
        edges,
        shares(inside, low, width, bars),
        shares(outside, low, width, bars),
        middle(inside),
        middle(outside));
  }

  private static double middle(double[] sorted) {
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  private static List<Double> shares(double[] values, double low, double width, int bars) {
    double[] counts = new double[bars];
    for (double value : values) {
      int bar = (int) Math.floor((value - low) / width);
      counts[Math.max(0, Math.min(bars - 1, bar))]++;
    }
    List<Double> shares = new ArrayList<>();
    for (double count : counts) {
      shares.add(values.length == 0 ? 0 : count / values.length);
    }
    return shares;
  }

  static String plain(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}

package io.customer360.studio.count;

import io.customer360.studio.field.Field;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Makes one number per customer of selected events and compares it.
final class BehaviourKernel {
  private final Selection selection;
  private final int size;

  BehaviourKernel(Selection selection, int size) {
    this.selection = selection;
    this.size = size;
  }

  /// @param values of the measured field, null for counts and days
  /// @param today microseconds
  Bits run(
      Measure measure,
      Comparison comparison,
      double @Nullable [] values,
      @Nullable Field field,
      long today) {
    double[] made =
        switch (measure.kind()) {
          case COUNT -> counts();
          case DAYS_SINCE_LAST -> days(today, true);
          case DAYS_SINCE_FIRST -> days(today, false);
          case SUM -> sums(values, field, false);
          case AVERAGE -> sums(values, field, true);
          case LARGEST -> extremes(values, true);
          case SMALLEST -> extremes(values, false);
        };
    Bits bits = new Bits(size);
    NumberTest test =
        NumberTest.of(
            comparison,
            value ->
                value instanceof Value.Number number ? number.number().doubleValue() : Double.NaN);
    for (int i = 0; i < size; i++) {
      if (test.passes(made[i])) {
        bits.set(i);
      }
    }
    return bits;
  }

  private double[] counts() {
    int[] customers = selection.events().customers();
    int[] counts = new int[size];
    selection.run(
        (rows, count) -> {
          for (int i = 0; i < count; i++) {
            counts[customers[rows[i]]]++;
          }
        });
    double[] made = new double[size];
    for (int i = 0; i < size; i++) {
      made[i] = counts[i];
    }
    return made;
  }

  private double[] days(long today, boolean last) {
    int[] customers = selection.events().customers();
    int[] seconds = selection.events().seconds();
    int none = last ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    int[] best = new int[size];
    Arrays.fill(best, none);
    selection.run(
        (rows, count) -> {
          for (int i = 0; i < count; i++) {
            int customer = customers[rows[i]];
            int second = seconds[rows[i]];
            best[customer] =
                last ? Math.max(best[customer], second) : Math.min(best[customer], second);
          }
        });
    double[] made = new double[size];
    for (int i = 0; i < size; i++) {
      made[i] =
          best[i] == none ? Double.NaN : Math.floorDiv(today - best[i] * 1_000_000L, Moments.DAY);
    }
    return made;
  }

  /// Exact decimals are added as whole numbers, so that a sum of exactly 100.00 is 100.00.
  private double[] sums(double @Nullable [] values, @Nullable Field field, boolean average) {
    double[] of = java.util.Objects.requireNonNull(values);
    Field measured = java.util.Objects.requireNonNull(field);
    int[] customers = selection.events().customers();
    double scale = Math.pow(10, measured.scale());
    boolean exact = !measured.floating();
    long[] whole = new long[exact ? size : 0];
    double[] real = new double[exact ? 0 : size];
    int[] known = new int[size];
    selection.run(
        (rows, count) -> {
          for (int i = 0; i < count; i++) {
            double value = of[rows[i]];
            if (!Double.isNaN(value)) {
              int customer = customers[rows[i]];
              known[customer]++;
              if (exact) {
                whole[customer] += Math.round(value * scale);
              } else {
                real[customer] += value;
              }
            }
          }
        });
    double[] made = new double[size];
    for (int i = 0; i < size; i++) {
      double sum = exact ? whole[i] / scale : real[i];
      double mean = exact ? whole[i] / (known[i] * scale) : real[i] / known[i];
      made[i] = average ? known[i] == 0 ? Double.NaN : mean : sum;
    }
    return made;
  }

  private double[] extremes(double @Nullable [] values, boolean largest) {
    double[] of = java.util.Objects.requireNonNull(values);
    int[] customers = selection.events().customers();
    double[] made = new double[size];
    Arrays.fill(made, Double.NaN);
    selection.run(
        (rows, count) -> {
          for (int i = 0; i < count; i++) {
            double value = of[rows[i]];
            int customer = customers[rows[i]];
            double have = made[customer];
            boolean better = Double.isNaN(have) || (largest ? value > have : value < have);
            if (!Double.isNaN(value) && better) {
              made[customer] = value;
            }
          }
        });
    return made;
  }
}

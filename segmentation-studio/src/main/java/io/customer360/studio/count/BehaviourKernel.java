package io.customer360.studio.count;

import io.customer360.job.Progress;
import io.customer360.studio.field.Field;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Measure;
import io.customer360.studio.rule.Value;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
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
      long today,
      Progress progress) {
    NumberTest test =
        NumberTest.of(
            comparison,
            value ->
                value instanceof Value.Number number ? number.number().doubleValue() : Double.NaN);
    IntToDoubleFunction made =
        switch (measure.kind()) {
          case COUNT -> customer -> count(customer);
          case DAYS_SINCE_LAST -> customer -> days(customer, today, true);
          case DAYS_SINCE_FIRST -> customer -> days(customer, today, false);
          case SUM -> sums(values, field, false);
          case AVERAGE -> sums(values, field, true);
          case LARGEST -> extremes(values, true);
          case SMALLEST -> extremes(values, false);
        };
    Bits bits = new Bits(size);
    Sifting.pieces(
        size,
        (from, to) -> {
          progress.checkCancelled();
          for (int customer = from; customer < to; customer++) {
            if (test.passes(made.applyAsDouble(customer))) {
              bits.set(customer);
            }
          }
        });
    return bits;
  }

  private double count(int customer) {
    return selection.count(selection.from(customer), selection.to(customer));
  }

  private double days(int customer, long today, boolean last) {
    int to = selection.to(customer);
    int chosen = -1;
    for (int row = selection.next(selection.from(customer), to);
        row < to;
        row = selection.next(row + 1, to)) {
      chosen = row;
      if (!last) {
        break;
      }
    }
    return chosen < 0
        ? Double.NaN
        : Math.floorDiv(today - selection.second(chosen) * 1_000_000L, Moments.DAY);
  }

  /// Exact decimals are added as whole numbers, so that a sum of exactly 100.00 is 100.00.
  private IntToDoubleFunction sums(
      double @Nullable [] values, @Nullable Field field, boolean average) {
    double[] of = Objects.requireNonNull(values);
    Field measured = Objects.requireNonNull(field);
    double scale = Math.pow(10, measured.scale());
    boolean exact = !measured.floating();
    return customer -> {
      long whole = 0;
      double real = 0;
      int known = 0;
      int to = selection.to(customer);
      for (int row = selection.next(selection.from(customer), to);
          row < to;
          row = selection.next(row + 1, to)) {
        double value = of[row];
        if (!Double.isNaN(value)) {
          known++;
          if (exact) {
            whole += Math.round(value * scale);
          } else {
            real += value;
          }
        }
      }
      if (average) {
        return known == 0 ? Double.NaN : exact ? whole / (known * scale) : real / known;
      }
      return exact ? whole / scale : real;
    };
  }

  private IntToDoubleFunction extremes(double @Nullable [] values, boolean largest) {
    double[] of = Objects.requireNonNull(values);
    return customer -> {
      double best = Double.NaN;
      int to = selection.to(customer);
      for (int row = selection.next(selection.from(customer), to);
          row < to;
          row = selection.next(row + 1, to)) {
        double value = of[row];
        if (Double.isNaN(best) || (largest ? value > best : value < best)) {
          best = value;
        }
      }
      return best;
    };
  }
}

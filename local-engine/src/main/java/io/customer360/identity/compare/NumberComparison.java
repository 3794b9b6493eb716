package io.customer360.identity.compare;

import io.customer360.identity.record.TextColumn;
import java.util.Arrays;
import java.util.List;

/// Quantities. "Near" is measured by the middle half of the column's distinct values: ages and
/// years by their difference, quantities of several orders of magnitude (amounts) by their ratio.
final class NumberComparison implements ValueComparison {
  private static final List<Level> LEVELS =
      List.of(
          Level.of("same", 0.70, 0.02, 1),
          Level.of("one apart or nearly the same", 0.14, 0.04),
          Level.of("a little apart", 0.06, 0.05),
          Level.of("near", 0.04, 0.10),
          Level.of("different", 0.06, 0.79));

  /// From this ratio between the quartiles on, ratios say more than differences.
  private static final double ORDERS = 4;

  private static final double RATIO_SPREAD = 0.5;

  private final double[] numbers;
  private final double spread;
  private final double least;

  NumberComparison(TextColumn text) {
    numbers = new double[text.distinct()];
    for (int code = 0; code < numbers.length; code++) {
      numbers[code] = parse(text.valueOf(code));
    }
    double[] sorted = Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
    double low = sorted.length < 4 ? 0 : sorted[sorted.length / 4];
    double high = sorted.length < 4 ? 0 : sorted[sorted.length * 3 / 4];
    if (sorted.length >= 4 && sorted[0] > 0 && high >= ORDERS * low) {
      for (int code = 0; code < numbers.length; code++) {
        numbers[code] = Math.log(numbers[code]);
      }
      spread = RATIO_SPREAD;
      least = 0;
    } else {
      spread = high - low;
      least = 1;
    }
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public boolean isCostly() {
    return false;
  }

  @Override
  public int level(int a, int b) {
    double apart = Math.abs(numbers[a] - numbers[b]);
    if (!Double.isFinite(apart)) {
      return 5;
    }
    if (apart <= within(1, 0.02)) {
      return 2;
    }
    return apart <= within(2, 0.06) ? 3 : apart <= within(5, 0.2) ? 4 : 5;
  }

  /// A share of the spread, or a few whole units where the spread is many of them.
  private double within(int units, double share) {
    return Math.max(share * spread, Math.min(units * least, 0.05 * units * spread));
  }

  private static double parse(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }
}

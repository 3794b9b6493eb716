package io.customer360.identity.compare;

import io.customer360.identity.record.TextColumn;
import java.util.Arrays;
import java.util.List;

/// Quantities; "near" is measured by the middle half of the column's distinct values.
final class NumberComparison implements ValueComparison {
  private static final List<Level> LEVELS =
      List.of(
          Level.of("same", 0.80, 0.03, 1),
          Level.of("one apart or nearly the same", 0.08, 0.04),
          Level.of("near", 0.04, 0.10),
          Level.of("different", 0.08, 0.83));

  private final double[] numbers;
  private final double spread;

  NumberComparison(TextColumn text) {
    numbers = new double[text.distinct()];
    for (int code = 0; code < numbers.length; code++) {
      numbers[code] = parse(text.valueOf(code));
    }
    double[] sorted = Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
    spread = sorted.length < 4 ? 0 : sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public int level(int a, int b) {
    double apart = Math.abs(numbers[a] - numbers[b]);
    if (!Double.isFinite(apart)) {
      return 4;
    }
    if (apart <= Math.max(0.01 * spread, Math.min(1, 0.1 * spread))) {
      return 2;
    }
    return apart <= 0.1 * spread ? 3 : 4;
  }

  private static double parse(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }
}

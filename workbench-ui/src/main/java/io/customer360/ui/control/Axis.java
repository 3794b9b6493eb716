package io.customer360.ui.control;

import java.util.ArrayList;
import java.util.List;

/// Round numbers for an axis: steps of 1, 2, 2.5 or 5 times a power of ten.
final class Axis {
  private Axis() {}

  /// Ticks from zero (or a round number below `least`) to the last one not above `most`, about
  /// `wanted` steps; the scale itself may end above the last tick.
  static List<Double> ticks(double least, double most, int wanted) {
    double low = Math.min(0, least);
    double high = most <= low ? low + 1 : most;
    double step = step((high - low) / Math.max(1, wanted));
    List<Double> ticks = new ArrayList<>();
    long first = (long) Math.floor(low / step);
    long last = Math.max(first + 1, (long) Math.floor(high / step + 1e-9));
    for (long i = first; i <= last; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private static double step(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : new double[] {1, 2, 2.5, 5, 10}) {
      if (factor * power >= rough * 0.999) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}

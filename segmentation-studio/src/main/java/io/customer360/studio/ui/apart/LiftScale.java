package io.customer360.studio.ui.apart;

import java.util.ArrayList;
import java.util.List;

/// A logarithmic axis of lifts, with 1 on it. Twice as common and half as common are as far from 1.
///
/// @param low the least lift drawn, a power of 2
/// @param high the greatest, a power of 2
record LiftScale(double low, double high) {
  private static final int MOST_OCTAVES = 5;

  /// The axis over some intervals: at least from a half to 4, at most 5 octaves to either side.
  static LiftScale over(List<double[]> intervals) {
    int down = 1;
    int up = 1;
    for (double[] interval : intervals) {
      down = Math.max(down, octaves(1 / interval[0]));
      up = Math.max(up, octaves(interval[1]));
    }
    return new LiftScale(Math.pow(2, -down), Math.pow(2, up));
  }

  private static int octaves(double lift) {
    double octaves = Math.ceil(Math.log(lift) / Math.log(2) - 1e-9);
    return (int) Math.clamp(Double.isNaN(octaves) ? 0 : octaves, 0, MOST_OCTAVES);
  }

  /// Where a lift stands, 0 at the least and 1 at the greatest; beyond the ends it stands there.
  double at(double lift) {
    double span = Math.log(high / low);
    return Math.clamp(Math.log(Math.max(lift, 1e-9) / low) / span, 0, 1);
  }

  /// Lifts to print: every octave, every second one on a long axis.
  List<Double> ticks() {
    long octaves = Math.round(Math.log(high / low) / Math.log(2));
    int step = octaves > 6 ? 2 : 1;
    List<Double> ticks = new ArrayList<>();
    for (double tick = 1; tick >= low - 1e-9; tick /= Math.pow(2, step)) {
      ticks.addFirst(tick);
    }
    for (double tick = Math.pow(2, step); tick <= high + 1e-9; tick *= Math.pow(2, step)) {
      ticks.add(tick);
    }
    return ticks;
  }
}

package io.customer360.studio.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Puts labels near where they belong so that none covers another and all stay inside.
public final class LabelPlacement {
  private static final double GAP = 4;
  private static final int RINGS = 60;
  private static final int TURNS = 24;

  /// What a ring costs, in shares of a label that is covered with marks.
  private static final double AWAY = 0.045;

  private LabelPlacement() {}

  /// @param x middle of where it belongs
  /// @param y middle of where it belongs
  /// @param weight the heavier are placed first
  public record Wanted(double x, double y, double width, double height, double weight) {}

  /// The upper left corner.
  ///
  /// @param fits false when there was no room; such a label is not to be shown
  public record Placed(double x, double y, boolean fits) {}

  /// What a label at a place would hide.
  @FunctionalInterface
  public interface Ground {
    /// How much of the rectangle is covered with marks, 0 to 1.
    double covered(double x, double y, double width, double height);
  }

  public static List<Placed> place(List<Wanted> wanted, double width, double height) {
    return place(wanted, width, height, (x, y, w, h) -> 0);
  }

  /// The same, away from marks as far as that is near enough to where a label belongs.
  public static List<Placed> place(
      List<Wanted> wanted, double width, double height, Ground ground) {
    Placed[] placed = new Placed[wanted.size()];
    List<double[]> taken = new ArrayList<>();
    IntStream.range(0, placed.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -wanted.get(i).weight()))
        .forEach(i -> placed[i] = one(wanted.get(i), width, height, taken, ground));
    return List.of(placed);
  }

  /// Looks on rings around the place, nearest first, for the least of what is hidden and how far it
  /// is.
  private static Placed one(
      Wanted one, double width, double height, List<double[]> taken, Ground ground) {
    double least = Double.POSITIVE_INFINITY;
    double @Nullable [] best = null;
    for (int ring = 0; ring < RINGS && ring * AWAY < least; ring++) {
      int turns = ring == 0 ? 1 : TURNS;
      for (int turn = 0; turn < turns; turn++) {
        double angle = -Math.PI / 2 + 2 * Math.PI * turn / TURNS;
        double x = one.x() - one.width() / 2 + Math.cos(angle) * ring * 12;
        double y = one.y() - one.height() / 2 + Math.sin(angle) * ring * 8;
        double[] box = {x, y, one.width(), one.height()};
        boolean inside =
            x >= GAP
                && y >= GAP
                && x + one.width() <= width - GAP
                && y + one.height() <= height - GAP;
        if (inside && taken.stream().noneMatch(other -> overlap(box, other))) {
          double cost = ring * AWAY + ground.covered(x, y, one.width(), one.height());
          if (cost < least) {
            least = cost;
            best = box;
          }
        }
      }
    }
    if (best == null) {
      return new Placed(0, 0, false);
    }
    taken.add(best);
    return new Placed(best[0], best[1], true);
  }

  private static boolean overlap(double[] a, double[] b) {
    return a[0] < b[0] + b[2] + GAP
        && b[0] < a[0] + a[2] + GAP
        && a[1] < b[1] + b[3] + GAP
        && b[1] < a[1] + a[3] + GAP;
  }
}

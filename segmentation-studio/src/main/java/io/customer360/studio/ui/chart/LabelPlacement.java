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

  /// What a ring costs, in shares of a label that is covered with marks. A line leads from a label
  /// to its place, so that far off is better than on top of people.
  private static final double AWAY = 0.015;

  /// What it costs that a line to a place crosses a label or another such line, or that a label
  /// covers the place of another.
  private static final double CROSSING = 0.5;

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
    List<double[]> lines = new ArrayList<>();
    IntStream.range(0, placed.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -wanted.get(i).weight()))
        .forEach(i -> placed[i] = one(wanted.get(i), wanted, width, height, taken, lines, ground));
    return List.of(placed);
  }

  /// Looks on rings around the place, nearest first, for the least of what is hidden and how far it
  /// is.
  private static Placed one(
      Wanted one,
      List<Wanted> all,
      double width,
      double height,
      List<double[]> taken,
      List<double[]> lines,
      Ground ground) {
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
          double cost =
              ring * AWAY
                  + ground.covered(x, y, one.width(), one.height())
                  + CROSSING * crossings(line(one, box), box, taken, lines)
                  + CROSSING * places(one, all, box);
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
    lines.add(line(one, best));
    return new Placed(best[0], best[1], true);
  }

  /// From the nearest point of a label to the middle of where it belongs.
  private static double[] line(Wanted one, double[] box) {
    return new double[] {
      Math.clamp(one.x(), box[0], box[0] + box[2]),
      Math.clamp(one.y(), box[1], box[1] + box[3]),
      one.x(),
      one.y()
    };
  }

  private static long places(Wanted one, List<Wanted> all, double[] box) {
    return all.stream().filter(other -> other != one && inside(other.x(), other.y(), box)).count();
  }

  private static int crossings(
      double[] line, double[] box, List<double[]> taken, List<double[]> lines) {
    int crossings = 0;
    for (double[] other : taken) {
      crossings += through(line, other) ? 1 : 0;
    }
    for (double[] other : lines) {
      crossings += through(other, box) || meet(line, other) ? 1 : 0;
    }
    return crossings;
  }

  private static boolean through(double[] line, double[] box) {
    double right = box[0] + box[2];
    double bottom = box[1] + box[3];
    return inside(line[0], line[1], box)
        || inside(line[2], line[3], box)
        || meet(line, new double[] {box[0], box[1], right, bottom})
        || meet(line, new double[] {box[0], bottom, right, box[1]});
  }

  private static boolean inside(double x, double y, double[] box) {
    return x > box[0] && x < box[0] + box[2] && y > box[1] && y < box[1] + box[3];
  }

  private static boolean meet(double[] a, double[] b) {
    return side(a, b[0], b[1]) * side(a, b[2], b[3]) < 0
        && side(b, a[0], a[1]) * side(b, a[2], a[3]) < 0;
  }

  private static double side(double[] line, double x, double y) {
    return Math.signum((line[2] - line[0]) * (y - line[1]) - (line[3] - line[1]) * (x - line[0]));
  }

  private static boolean overlap(double[] a, double[] b) {
    return a[0] < b[0] + b[2] + GAP
        && b[0] < a[0] + a[2] + GAP
        && a[1] < b[1] + b[3] + GAP
        && b[1] < a[1] + a[3] + GAP;
  }
}

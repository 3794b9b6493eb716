package io.customer360.ui.control;

import java.util.ArrayList;
import java.util.List;

/// The way of a link from one column to another: past the columns between them it runs through the
/// gap between two rows, never behind a table. Free of the toolkit.
final class LineageRoute {
  /// A stretch: straight across a column, or bending from one column to the next.
  record Stretch(double fromX, double fromY, double toX, double toY, boolean straight) {}

  /// What stands in a drawn column.
  ///
  /// @param left its left edge
  /// @param right its right edge
  /// @param free heights at which nothing stands, from the top
  record Column(double left, double right, List<Double> free) {}

  private LineageRoute() {}

  /// @param between the columns it has to pass, from left to right
  static List<Stretch> of(
      double fromX, double fromY, double toX, double toY, List<Column> between) {
    List<Stretch> way = new ArrayList<>();
    double x = fromX;
    double y = fromY;
    for (Column column : between) {
      double straight = fromY + (toY - fromY) * (column.left() - fromX) / (toX - fromX);
      double at = nearest(column.free(), straight);
      way.add(new Stretch(x, y, column.left(), at, false));
      way.add(new Stretch(column.left(), at, column.right(), at, true));
      x = column.right();
      y = at;
    }
    way.add(new Stretch(x, y, toX, toY, false));
    return way;
  }

  private static double nearest(List<Double> free, double wanted) {
    double best = wanted;
    double distance = Double.POSITIVE_INFINITY;
    for (double at : free) {
      if (Math.abs(at - wanted) < distance) {
        distance = Math.abs(at - wanted);
        best = at;
      }
    }
    return best;
  }
}

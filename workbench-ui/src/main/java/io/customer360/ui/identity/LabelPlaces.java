package io.customer360.ui.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds room for labels beside points: below, above, right or left of each, whichever is free of
/// everything that already stands there. A label without room is left out; a crowd of words over
/// each other tells less than none. Lengths in pixels; not thread-safe.
final class LabelPlaces {
  /// A rectangle by its left upper corner.
  record Box(double x, double y, double width, double height) {
    boolean meets(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    double middle() {
      return x + width / 2;
    }
  }

  private final List<Box> taken = new ArrayList<>();
  private final double width;
  private final double height;

  /// @param width of the view labels have to stay in
  LabelPlaces(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /// Nothing may be put over this.
  void take(Box box) {
    taken.add(box);
  }

  /// Keeps a point's dot free of other labels.
  void takePoint(double x, double y, double radius) {
    take(new Box(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /// The place of a label, taken from now on; empty where there is no room.
  ///
  /// @param gap from the point to the label
  /// @param above whether to try above the point before below it
  Optional<Box> place(
      double x, double y, double gap, double labelWidth, double labelHeight, boolean above) {
    Box over = new Box(x - labelWidth / 2, y - gap - labelHeight, labelWidth, labelHeight);
    Box under = new Box(x - labelWidth / 2, y + gap, labelWidth, labelHeight);
    Box right = new Box(x + gap, y - labelHeight / 2, labelWidth, labelHeight);
    Box left = new Box(x - gap - labelWidth, y - labelHeight / 2, labelWidth, labelHeight);
    for (Box box : above ? List.of(over, under, right, left) : List.of(under, over, right, left)) {
      if (inside(box) && taken.stream().noneMatch(box::meets)) {
        take(box);
        return Optional.of(box);
      }
    }
    return Optional.empty();
  }

  private boolean inside(Box box) {
    return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
  }
}

package io.customer360.ui.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds room for labels around points: below, above, right, left or at a corner, whichever is free
/// of everything that already stands there. A label without room is left out; a crowd of words over
/// each other tells less than none. Lengths in pixels; not thread-safe.
final class LabelPlaces {
  private static final double STEP = 4;
  private static final int MOST_STEPS = 400;

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
  private final List<Box> avoided = new ArrayList<>();
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

  /// Labels go elsewhere while there is anywhere else.
  void avoid(Box box) {
    avoided.add(box);
  }

  /// Labels rather stand beside this line than on it.
  void avoidLine(double x1, double y1, double x2, double y2) {
    double length = Math.hypot(x2 - x1, y2 - y1);
    int steps = (int) Math.clamp(Math.ceil(length / STEP), 1, MOST_STEPS);
    for (int i = 0; i <= steps; i++) {
      double x = x1 + (x2 - x1) * i / steps;
      double y = y1 + (y2 - y1) * i / steps;
      avoid(new Box(x - 1, y - 1, 2, 2));
    }
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
    List<Box> free =
        Stream.concat(
                (above ? Stream.of(over, under) : Stream.of(under, over)),
                Stream.of(
                    right,
                    left,
                    corner(x, y, gap, labelWidth, labelHeight, true, above),
                    corner(x, y, gap, labelWidth, labelHeight, false, above),
                    corner(x, y, gap, labelWidth, labelHeight, true, !above),
                    corner(x, y, gap, labelWidth, labelHeight, false, !above)))
            .filter(box -> inside(box) && taken.stream().noneMatch(box::meets))
            .toList();
    Optional<Box> place =
        free.stream()
            .filter(box -> avoided.stream().noneMatch(box::meets))
            .findFirst()
            .or(() -> free.stream().findFirst());
    place.ifPresent(this::take);
    return place;
  }

  private static Box corner(
      double x, double y, double gap, double width, double height, boolean right, boolean above) {
    double near = gap * 0.7;
    return new Box(
        right ? x + near : x - near - width, above ? y - near - height : y + near, width, height);
  }

  private boolean inside(Box box) {
    return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
  }
}

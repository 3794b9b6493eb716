package io.customer360.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A year in 52 bars with a brush. Drag to choose weeks, arrows move the chosen span, Shift with
/// arrows widens it, a double click or Esc chooses all again.
public final class WeekStrip extends Region {
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
  private static final double HEIGHT = 24;
  private static final double AXIS = 14;

  /// One bar.
  ///
  /// @param count how much happened
  /// @param bad whether something went wrong in it
  public record Week(int count, boolean bad) {}

  private final List<Region> bars = new ArrayList<>();
  private final Region brush = new Region();
  private final List<Label> axis;
  private List<Week> weeks = List.of();
  private int from;
  private int to;
  private int anchor;
  private BiConsumer<Integer, Integer> onChoose = (first, last) -> {};

  /// @param labels left, middle and right words of the axis
  public WeekStrip(List<Week> weeks, List<String> labels) {
    getStyleClass().add("week-strip");
    brush.getStyleClass().add("week-brush");
    brush.setMouseTransparent(true);
    axis = labels.stream().map(text -> Nodes.label(text, "footnote", "muted")).toList();
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, event -> onChoose.accept(from, to));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    weeks(weeks);
  }

  public void weeks(List<Week> next) {
    weeks = List.copyOf(next);
    bars.clear();
    getChildren().clear();
    for (Week week : weeks) {
      Region bar = new Region();
      bar.getStyleClass().add("week-bar");
      bar.pseudoClassStateChanged(BAD, week.bad());
      bar.setMouseTransparent(true);
      bars.add(bar);
    }
    getChildren().addAll(bars);
    getChildren().add(brush);
    getChildren().addAll(axis);
    choose(0, weeks.size() - 1);
  }

  /// Called with first and last week, both inclusive, when the person has chosen.
  public void onChoose(BiConsumer<Integer, Integer> action) {
    onChoose = action;
  }

  public void choose(int first, int last) {
    from = Math.clamp(Math.min(first, last), 0, Math.max(0, weeks.size() - 1));
    to = Math.clamp(Math.max(first, last), 0, Math.max(0, weeks.size() - 1));
    setAccessibleText("Weeks " + (from + 1) + " to " + (to + 1) + " of " + weeks.size());
    requestLayout();
  }

  private void press(MouseEvent event) {
    requestFocus();
    if (event.getClickCount() == 2) {
      choose(0, weeks.size() - 1);
    } else {
      anchor = at(event.getX());
    }
  }

  private void drag(MouseEvent event) {
    choose(anchor, at(event.getX()));
  }

  private void key(KeyEvent event) {
    int step =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          default -> 0;
        };
    if (step != 0 && event.isShiftDown()) {
      choose(from, to + step);
    } else if (step != 0 && from + step >= 0 && to + step < weeks.size()) {
      choose(from + step, to + step);
    } else if (event.getCode() == javafx.scene.input.KeyCode.ESCAPE
        && (from > 0 || to < weeks.size() - 1)) {
      choose(0, weeks.size() - 1);
    } else {
      return;
    }
    onChoose.accept(from, to);
    event.consume();
  }

  private int at(double x) {
    return Math.clamp((int) (x / getWidth() * weeks.size()), 0, Math.max(0, weeks.size() - 1));
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT + AXIS;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    if (weeks.isEmpty()) {
      return;
    }
    int most = Math.max(1, weeks.stream().mapToInt(Week::count).max().orElse(1));
    double step = getWidth() / weeks.size();
    for (int i = 0; i < bars.size(); i++) {
      double share = (double) weeks.get(i).count() / most;
      double height = weeks.get(i).count() == 0 ? 1 : Math.max(2, Math.round(share * (HEIGHT - 2)));
      bars.get(i).resizeRelocate(i * step, HEIGHT - height, Math.max(1, step - 1.5), height);
    }
    boolean all = from == 0 && to == weeks.size() - 1;
    brush.setVisible(!all);
    brush.resizeRelocate(
        snapPositionX(from * step), 0, snapSizeX((to - from + 1) * step), HEIGHT + 1);
    double y = HEIGHT + 1;
    for (int i = 0; i < axis.size(); i++) {
      Label label = axis.get(i);
      double width = label.prefWidth(-1);
      double x = axis.size() == 1 ? 0 : (getWidth() - width) * i / (axis.size() - 1);
      label.resizeRelocate(snapPositionX(x), y, width, AXIS);
    }
  }

  /// The chosen weeks, or null when all are.
  public int @Nullable [] chosen() {
    return from == 0 && to == weeks.size() - 1 ? null : new int[] {from, to};
  }
}

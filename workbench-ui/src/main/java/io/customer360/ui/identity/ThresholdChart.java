package io.customer360.ui.identity;

import io.customer360.identity.review.ModelView;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/// Expected precision and recall over the threshold. The pointer or the arrow keys read single
/// thresholds.
final class ThresholdChart extends Region {
  private static final double LEFT = 44;
  private static final double RIGHT = 66;
  private static final double TOP = 22;
  private static final double AXIS = 44;

  private final Formats formats;
  private final List<ModelView.Threshold> points;
  private final List<Line> grid = new ArrayList<>();
  private final List<Label> upright = new ArrayList<>();
  private final List<Label> across = new ArrayList<>();
  private final Polyline precision = new Polyline();
  private final Polyline recall = new Polyline();
  private final Label precisionName =
      Nodes.label(Messages.text("identity.model.precision"), "caption", "strong");
  private final Label recallName =
      Nodes.label(Messages.text("identity.model.recall"), "caption", "strong");
  private final Label acrossTitle =
      Nodes.label(Messages.text("identity.model.across"), "footnote", "muted");
  private final Label uprightTitle =
      Nodes.label(Messages.text("identity.model.upright"), "footnote", "muted");
  private final Line pointer = new Line();
  private final Label reading = Nodes.label("", "caption", "num", "chart-reading");
  private final double lowest;
  private int read = -1;

  ThresholdChart(List<ModelView.Threshold> thresholds, Formats formats) {
    this.formats = formats;
    points =
        thresholds.stream()
            .sorted(Comparator.comparingDouble(ModelView.Threshold::probability))
            .toList();
    double least =
        points.stream()
            .mapToDouble(point -> Math.min(point.precision(), point.recall()))
            .min()
            .orElse(0);
    // The interesting part is near one; the axis says where it begins.
    lowest = Math.max(0, Math.floor(Math.min(least, 0.9) * 10) / 10);
    getStyleClass().addAll("line-chart", "threshold-chart");
    Nodes.named(this, AccessibleRole.IMAGE_VIEW, Messages.text("identity.model.thresholds.words"));
    precision.getStyleClass().addAll("chart-line", "chart-line-1");
    recall.getStyleClass().addAll("chart-line", "chart-line-2");
    pointer.getStyleClass().add("chart-pointer");
    for (int i = 0; i <= 2; i++) {
      Line line = new Line();
      line.getStyleClass().add("chart-grid");
      grid.add(line);
      upright.add(
          Nodes.label(formats.score(lowest + (1 - lowest) * i / 2), "footnote", "muted", "num"));
    }
    for (int i = 0; i <= 4; i++) {
      across.add(Nodes.label(formats.score(i / 4.0), "footnote", "muted", "num"));
    }
    getChildren().addAll(grid);
    getChildren().addAll(precision, recall, pointer, precisionName, recallName);
    getChildren().addAll(upright);
    getChildren().addAll(across);
    getChildren().addAll(acrossTitle, uprightTitle, reading);
    setFocusTraversable(!points.isEmpty());
    setOnMouseMoved(event -> read(nearest(event.getX())));
    setOnMouseExited(event -> read(-1));
    setOnKeyPressed(
        event -> {
          int step =
              switch (event.getCode()) {
                case LEFT -> -1;
                case RIGHT -> 1;
                default -> 0;
              };
          if (step != 0 && !points.isEmpty()) {
            read(Math.clamp(read + (long) step, 0, points.size() - 1));
            event.consume();
          }
        });
    read(-1);
  }

  private void read(int index) {
    read = index;
    boolean shown = index >= 0;
    pointer.setVisible(shown);
    reading.setVisible(shown);
    uprightTitle.setVisible(!shown);
    if (shown) {
      ModelView.Threshold at = points.get(index);
      reading.setText(
          Messages.text(
              "identity.model.threshold",
              formats.score(at.probability()),
              formats.number(at.precision(), 3),
              formats.number(at.recall(), 3),
              formats.count(at.pairs())));
      setAccessibleHelp(reading.getText());
    }
    requestLayout();
  }

  private int nearest(double x) {
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < points.size(); i++) {
      double distance = Math.abs(x(points.get(i).probability()) - x);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private double x(double threshold) {
    return LEFT + threshold * Math.max(10, getWidth() - LEFT - RIGHT);
  }

  private double y(double value) {
    double height = Math.max(10, getHeight() - TOP - AXIS);
    return TOP + height * (1 - (value - lowest) / (1 - lowest));
  }

  @Override
  protected double computePrefHeight(double width) {
    return 214;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    for (int i = 0; i < grid.size(); i++) {
      double y = Math.round(y(lowest + (1 - lowest) * i / 2)) + 0.5;
      Line line = grid.get(i);
      line.setStartX(LEFT);
      line.setEndX(x(1));
      line.setStartY(y);
      line.setEndY(y);
      Label label = upright.get(i);
      double width = label.prefWidth(-1);
      label.resizeRelocate(LEFT - 8 - width, y - 8, width, 16);
    }
    for (int i = 0; i < across.size(); i++) {
      Label label = across.get(i);
      double width = label.prefWidth(-1);
      label.resizeRelocate(Math.round(x(i / 4.0) - width / 2), getHeight() - AXIS + 8, width, 16);
    }
    double title = acrossTitle.prefWidth(-1);
    acrossTitle.resizeRelocate(Math.round(x(0.5) - title / 2), getHeight() - 16, title, 16);
    uprightTitle.resizeRelocate(LEFT, 0, uprightTitle.prefWidth(-1), 16);
    draw(precision, ModelView.Threshold::precision);
    draw(recall, ModelView.Threshold::recall);
    if (!points.isEmpty()) {
      double first = y(points.getLast().precision()) - 8;
      double second = y(points.getLast().recall()) - 8;
      // Two names never stand on each other.
      if (Math.abs(first - second) < 15) {
        double middle = (first + second) / 2;
        first = middle + (first <= second ? -8 : 8);
        second = middle + (first <= second ? 8 : -8);
      }
      place(precisionName, first);
      place(recallName, second);
    }
    if (read >= 0) {
      double x = Math.round(x(points.get(read).probability())) + 0.5;
      pointer.setStartX(x);
      pointer.setEndX(x);
      pointer.setStartY(TOP);
      pointer.setEndY(y(lowest));
      double width = reading.prefWidth(-1);
      reading.resizeRelocate(
          Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width)), 0, width, 20);
    }
  }

  private void place(Label label, double y) {
    label.resizeRelocate(x(1) + 8, y, label.prefWidth(-1), 16);
  }

  private void draw(Polyline line, ToDoubleFunction<ModelView.Threshold> value) {
    List<Double> at = new ArrayList<>();
    for (ModelView.Threshold point : points) {
      at.add(x(point.probability()));
      at.add(y(value.applyAsDouble(point)));
    }
    line.getPoints().setAll(at);
  }
}

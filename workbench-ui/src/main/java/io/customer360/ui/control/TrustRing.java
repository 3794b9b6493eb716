package io.customer360.ui.control;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// A share from 0 to 1 as a ring of 72 px, the value inside; [#parts] draws the bars beside it that
/// multiply to it.
public final class TrustRing extends StackPane {
  private static final double SIZE = 72;
  private static final double STROKE = 6;

  /// One factor of the ring.
  ///
  /// @param name `Reliability`
  public record Part(String name, double value) {}

  private final Arc arc = new Arc();
  private final Label number = Nodes.label("", "section", "num");

  public TrustRing(double value) {
    double radius = (SIZE - STROKE) / 2;
    Circle track = new Circle(SIZE / 2, SIZE / 2, radius);
    track.getStyleClass().add("ring-track");
    arc.setCenterX(SIZE / 2);
    arc.setCenterY(SIZE / 2);
    arc.setRadiusX(radius);
    arc.setRadiusY(radius);
    arc.setStartAngle(90);
    arc.setType(ArcType.OPEN);
    arc.getStyleClass().add("ring-arc");
    Pane drawing = new Pane(track, arc);
    drawing.setMinSize(SIZE, SIZE);
    drawing.setMaxSize(SIZE, SIZE);
    getChildren().addAll(drawing, number);
    setMinSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    value(value);
  }

  public void value(double value) {
    arc.setLength(-360 * Math.clamp(value, 0, 1));
    String text = String.format(Locale.ROOT, "%.2f", value);
    number.setText(text);
    setAccessibleText("Trust score " + text);
  }

  /// The parts as bars, four lines of 18 px under a caption.
  public static GridPane parts(List<Part> parts) {
    GridPane grid = new GridPane(9, 2);
    grid.setAlignment(Pos.CENTER_LEFT);
    ColumnConstraints right = new ColumnConstraints();
    right.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(), right);
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      Label value = Nodes.label(String.format(Locale.ROOT, "%.2f", part.value()), "caption", "num");
      grid.addRow(i, Nodes.label(part.name(), "caption"), new Meter(70, 4, part.value()), value);
    }
    return grid;
  }
}

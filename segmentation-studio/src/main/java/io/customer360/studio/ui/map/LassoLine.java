package io.customer360.studio.ui.map;

import java.util.Arrays;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;

/// A line drawn around something with the mouse. A press without a way is a click.
final class LassoLine {
  private static final double LEAST_WAY = 5;
  private static final int LEAST_CORNERS = 6;

  private final Polygon shape = new Polygon();
  private final Pick pick;
  private final Click click;
  private double startX;
  private double startY;
  private boolean drawing;

  /// Is given the corners of a line.
  @FunctionalInterface
  interface Pick {
    void picked(double[] x, double[] y);
  }

  /// Is given the place of a click.
  @FunctionalInterface
  interface Click {
    void clicked(double x, double y);
  }

  LassoLine(Pick pick, Click click) {
    this.pick = pick;
    this.click = click;
    shape.getStyleClass().add("lasso");
    shape.setManaged(false);
    shape.setMouseTransparent(true);
    shape.setVisible(false);
  }

  Polygon shape() {
    return shape;
  }

  void clear() {
    shape.setVisible(false);
    shape.getPoints().clear();
  }

  /// Listens to the mouse on a node.
  void on(Region node) {
    node.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    node.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    node.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
  }

  private void pressed(MouseEvent event) {
    startX = event.getX();
    startY = event.getY();
    drawing = false;
  }

  private void dragged(MouseEvent event) {
    if (!drawing && Math.hypot(event.getX() - startX, event.getY() - startY) < LEAST_WAY) {
      return;
    }
    if (!drawing) {
      drawing = true;
      shape.getPoints().setAll(startX, startY);
      shape.setVisible(true);
    }
    shape.getPoints().addAll(event.getX(), event.getY());
  }

  private void released(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (!drawing) {
      click.clicked(event.getX(), event.getY());
      return;
    }
    drawing = false;
    draw(shape.getPoints().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /// Shows a line and picks what it is around.
  ///
  /// @param corners x and y by turns
  void draw(double[] corners) {
    int count = corners.length / 2;
    if (count < LEAST_CORNERS / 2) {
      clear();
      return;
    }
    shape.getPoints().setAll(Arrays.stream(corners).boxed().toList());
    shape.setVisible(true);
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = corners[2 * i];
      y[i] = corners[2 * i + 1];
    }
    pick.picked(x, y);
  }
}

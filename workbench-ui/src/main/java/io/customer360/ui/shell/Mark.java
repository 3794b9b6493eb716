package io.customer360.ui.shell;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// The program's mark: an open ring around a point, the customer in the middle of all round him.
public final class Mark extends Pane {
  public Mark(double size) {
    double centre = size / 2;
    double radius = size * 0.39;
    Arc ring = new Arc(centre, centre, radius, radius, 115, 310);
    ring.setType(ArcType.OPEN);
    ring.getStyleClass().add("mark-arc");
    Circle point = new Circle(centre, centre, size * 0.17);
    point.getStyleClass().add("mark-dot");
    getChildren().addAll(ring, point);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    setMouseTransparent(true);
  }
}

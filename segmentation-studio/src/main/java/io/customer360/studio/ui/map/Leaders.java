package io.customer360.studio.ui.map;

import io.customer360.studio.ui.chart.LabelPlacement;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// Lines from labels to what they name, where a label had to stand off it.
final class Leaders {
  /// A label as near as this needs no line.
  private static final double NEAR = 14;

  private final Group root = new Group();

  Leaders() {
    root.setManaged(false);
    root.setMouseTransparent(true);
  }

  Node root() {
    return root;
  }

  void show(List<LabelPlacement.Wanted> wanted, List<LabelPlacement.Placed> placed) {
    root.getChildren().clear();
    for (int i = 0; i < placed.size(); i++) {
      LabelPlacement.Wanted of = wanted.get(i);
      LabelPlacement.Placed at = placed.get(i);
      double fromX = Math.clamp(of.x(), at.x(), at.x() + of.width());
      double fromY = Math.clamp(of.y(), at.y(), at.y() + of.height());
      if (at.fits() && Math.hypot(of.x() - fromX, of.y() - fromY) > NEAR) {
        Line line = new Line(fromX, fromY, of.x(), of.y());
        line.getStyleClass().add("map-leader");
        Circle end = new Circle(of.x(), of.y(), 3);
        end.getStyleClass().add("map-leader-end");
        root.getChildren().addAll(line, end);
      }
    }
  }
}

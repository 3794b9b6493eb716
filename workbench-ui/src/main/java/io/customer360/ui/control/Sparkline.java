package io.customer360.ui.control;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;

/// A run of values as a line without axes, its last value marked. The scale is the caller's, so
/// that two of them side by side can be compared. FX thread only.
public final class Sparkline extends Region {
  private static final double RADIUS = 2.5;

  private final List<Double> values;
  private final double least;
  private final double most;
  private final Polyline line = new Polyline();
  private final Circle last = new Circle(RADIUS);

  /// @param description one sentence for those who do not see the picture
  /// @param values from the first to the last; fewer than two draw nothing
  /// @param least the value at the bottom
  /// @param most the value at the top, greater than `least`
  public Sparkline(String description, List<Double> values, double least, double most) {
    this.values = List.copyOf(values);
    this.least = least;
    this.most = most;
    getStyleClass().add("sparkline");
    line.getStyleClass().addAll("chart-line", "spark-line");
    last.getStyleClass().addAll("chart-mark", "spark-mark");
    boolean drawn = values.size() > 1;
    line.setVisible(drawn);
    last.setVisible(drawn);
    getChildren().setAll(line, last);
    Nodes.named(this, AccessibleRole.IMAGE_VIEW, description);
    setPrefSize(72, 26);
    setMinSize(40, 26);
    setMaxHeight(26);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 2 * RADIUS - 2;
    double height = getHeight() - 2 * RADIUS - 2;
    line.getPoints().clear();
    for (int i = 0; i < values.size(); i++) {
      double x = RADIUS + 1 + width * i / Math.max(1, values.size() - 1);
      double share = Math.clamp((values.get(i) - least) / (most - least), 0, 1);
      double y = RADIUS + 1 + height * (1 - share);
      line.getPoints().addAll(x, y);
      last.setCenterX(x);
      last.setCenterY(y);
    }
  }
}

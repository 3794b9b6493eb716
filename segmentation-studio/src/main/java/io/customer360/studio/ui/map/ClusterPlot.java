package io.customer360.studio.ui.map;

import io.customer360.ui.text.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A drawing about clusters: a canvas in their colours, their names beside it, one of them chosen.
abstract class ClusterPlot extends Region {
  final Formats formats;
  final IntConsumer choose;
  final ClusterColours colours = new ClusterColours(this::draw);
  private final Canvas canvas = new Canvas();
  private final List<ClusterName> names = new ArrayList<>();
  private int chosen = -1;

  /// @param choose is given the cluster of a click
  ClusterPlot(Formats formats, IntConsumer choose) {
    this.formats = formats;
    this.choose = choose;
    getStyleClass().add("cluster-plot");
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    getChildren().add(canvas);
    getChildren().addAll(colours.swatches());
    setMinHeight(160);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  /// Places names and labels; there is something to show and room for it.
  abstract void place();

  /// Draws on a clear canvas; there is something to show and room for it.
  abstract void paint(GraphicsContext g);

  /// Whether there is something to show, and room for it.
  abstract boolean ready();

  final List<ClusterName> names() {
    return names;
  }

  final void names(List<ClusterName> next) {
    getChildren().removeAll(names);
    names.clear();
    names.addAll(next);
    getChildren().addAll(names);
  }

  /// @param cluster -1 for none
  final void chosen(int cluster) {
    chosen = cluster;
    for (ClusterName name : names) {
      name.setOpacity(picked(name.cluster()) ? 1 : 0.5);
    }
    draw();
  }

  /// What was chosen stays chosen when something else is shown.
  final void chosenStill() {
    chosen(chosen);
  }

  /// Whether a cluster is drawn at full strength: it is chosen, or none is.
  final boolean picked(int cluster) {
    return chosen < 0 || cluster == chosen;
  }

  /// Puts a label with its middle at `x`, as far as it fits between `low` and `high`.
  static void between(Label label, double x, double low, double high, double y) {
    label.applyCss();
    double width = label.prefWidth(-1);
    double left = Math.max(low, Math.min(x - width / 2, high - width));
    label.resizeRelocate(left, y, width, label.prefHeight(-1));
  }

  @Override
  protected final void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    if (ready()) {
      place();
    }
    draw();
  }

  private void draw() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (ready()) {
      paint(g);
    }
  }
}

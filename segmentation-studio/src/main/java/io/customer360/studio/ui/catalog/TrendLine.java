package io.customer360.studio.ui.catalog;

import io.customer360.ui.control.Nodes;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;

/// Sizes from refresh to refresh as a small line that ends in a dot. The axis begins at 0, so that
/// a small change looks small. A single size draws nothing.
final class TrendLine extends Region {
  private final List<Long> sizes;
  private final double height;
  private final Polyline line = new Polyline();
  private final Circle end = new Circle(2.5);
  private final List<Mark> marks = new ArrayList<>();
  private final List<Label> drawn = new ArrayList<>();

  /// Something that happened beside.
  ///
  /// @param place between the sizes: 0.5 is half-way from the first to the second
  /// @param words for the tooltip
  record Mark(double place, String words) {}

  /// @param words what is read to those who do not see it
  TrendLine(List<Long> sizes, String words, double height) {
    this.sizes = sizes;
    this.height = height;
    line.getStyleClass().add("trend-line");
    end.getStyleClass().add("trend-end");
    line.setManaged(false);
    end.setManaged(false);
    end.setVisible(sizes.size() > 1);
    getChildren().addAll(line, end);
    Nodes.named(this, AccessibleRole.IMAGE_VIEW, words);
    setMouseTransparent(true);
  }

  /// Marks what happened along the line.
  TrendLine marks(List<Mark> happened) {
    setMouseTransparent(happened.isEmpty());
    for (Mark mark : happened) {
      Label label = Nodes.label("\u25B4", "heat-note");
      label.setTooltip(new Tooltip(mark.words()));
      Nodes.named(label, AccessibleRole.TEXT, mark.words());
      marks.add(mark);
      drawn.add(label);
      getChildren().add(label);
    }
    return this;
  }

  @Override
  protected double computePrefHeight(double width) {
    return height;
  }

  @Override
  protected double computePrefWidth(double given) {
    return 96;
  }

  @Override
  protected void layoutChildren() {
    line.getPoints().clear();
    if (sizes.size() < 2) {
      return;
    }
    double most = Math.max(1, sizes.stream().mapToLong(Long::longValue).max().orElse(1));
    double wide = getWidth() - 6;
    double tall = getHeight() - 8 - (marks.isEmpty() ? 0 : 14);
    double x = wide;
    double y = 0;
    for (int i = 0; i < sizes.size(); i++) {
      x = wide * i / (sizes.size() - 1);
      y = 4 + tall - tall * sizes.get(i) / most;
      line.getPoints().addAll(x, y);
    }
    for (int i = 0; i < marks.size(); i++) {
      double at = wide * marks.get(i).place() / (sizes.size() - 1);
      drawn
          .get(i)
          .resizeRelocate(Math.clamp(at - 7, 0, Math.max(0, wide - 8)), getHeight() - 16, 14, 16);
    }
    end.setCenterX(x);
    end.setCenterY(y);
  }
}

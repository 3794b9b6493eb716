package io.customer360.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Horizontal bars in the order given, label left, value right. The highlighted ones are blue, the
/// rest grey; without any highlight all are blue. A compared value is a thin mark over the bar.
public final class HBarChart extends Region {
  private static final double ROW = 32;

  /// Labels may take what is left beside bars of this length at most.
  private static final double LEAST_BAR = 56;

  /// One bar.
  ///
  /// @param text the value ready to print
  /// @param compared the value of the period or group compared with; null for none
  public record Bar(
      String label, double value, String text, @Nullable Double compared, boolean highlighted) {}

  private final List<Bar> bars;
  private final List<Label> labels = new ArrayList<>();
  private final List<Region> fills = new ArrayList<>();
  private final List<Region> marks = new ArrayList<>();
  private final List<Label> values = new ArrayList<>();
  private final List<Region> rows = new ArrayList<>();
  private double rowHeight = ROW;

  public HBarChart(String description, List<Bar> bars) {
    this.bars = List.copyOf(bars);
    getStyleClass().add("bar-chart");
    Nodes.named(this, AccessibleRole.IMAGE_VIEW, description);
    boolean anyHighlight = bars.stream().anyMatch(Bar::highlighted);
    for (Bar bar : bars) {
      boolean blue = bar.highlighted() || !anyHighlight;
      Label label = Nodes.label(bar.label());
      Label value = Nodes.label(bar.text(), "num");
      value.setAlignment(Pos.CENTER_RIGHT);
      if (bar.highlighted()) {
        label.getStyleClass().add("strong");
        value.getStyleClass().add("strong");
      }
      Region fill = new Region();
      fill.getStyleClass().addAll("bar-fill", blue ? "bar-blue" : "bar-grey");
      Region mark = new Region();
      mark.getStyleClass().add("bar-compared");
      mark.setVisible(bar.compared() != null);
      Region row = new Region();
      row.getStyleClass().add("waterfall-row");
      Tooltip.install(row, new Tooltip(bar.label() + "  " + bar.text()));
      labels.add(label);
      values.add(value);
      fills.add(fill);
      marks.add(mark);
      rows.add(row);
      for (Region part : List.of(label, value, fill, mark)) {
        part.setMouseTransparent(true);
      }
      getChildren().addAll(row, fill, mark, label, value);
    }
  }

  /// 32 unless told; at least 20.
  public HBarChart rowHeight(double height) {
    rowHeight = Math.max(20, height);
    requestLayout();
    return this;
  }

  /// Makes each bar reachable; a click or Enter gives its index.
  public HBarChart onOpen(IntConsumer open) {
    for (int i = 0; i < rows.size(); i++) {
      int index = i;
      Region row = rows.get(i);
      row.setFocusTraversable(true);
      Nodes.named(row, AccessibleRole.BUTTON, bars.get(i).label() + " " + bars.get(i).text());
      row.setOnMouseClicked(event -> open.accept(index));
      row.setOnKeyPressed(
          event -> {
            if (event.getCode() == KeyCode.ENTER) {
              open.accept(index);
              event.consume();
            }
          });
    }
    return this;
  }

  @Override
  protected double computePrefHeight(double width) {
    return bars.size() * rowHeight;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 260;
  }

  @Override
  protected void layoutChildren() {
    double words = 0;
    double figures = 0;
    double most = 0;
    for (int i = 0; i < bars.size(); i++) {
      words = Math.max(words, labels.get(i).prefWidth(-1));
      figures = Math.max(figures, values.get(i).prefWidth(-1));
      most = Math.max(most, Math.abs(bars.get(i).value()));
      Double compared = bars.get(i).compared();
      most = Math.max(most, compared == null ? 0 : Math.abs(compared));
    }
    words = Math.min(words, Math.max(getWidth() * 0.58, getWidth() - figures - 26 - LEAST_BAR));
    double left = words + 12;
    double room = Math.max(8, getWidth() - left - figures - 14);
    for (int i = 0; i < bars.size(); i++) {
      double y = i * rowHeight;
      Bar bar = bars.get(i);
      rows.get(i).resizeRelocate(-4, y, getWidth() + 8, rowHeight);
      labels.get(i).resizeRelocate(0, y, words, rowHeight);
      values.get(i).resizeRelocate(getWidth() - figures, y, figures, rowHeight);
      double width = most == 0 ? 0 : Math.abs(bar.value()) / most * room;
      double height = Math.min(12, rowHeight - 8);
      fills
          .get(i)
          .resizeRelocate(
              left, y + (rowHeight - height) / 2, Math.max(2, snapSizeX(width)), height);
      Double compared = bar.compared();
      if (compared != null && most > 0) {
        marks
            .get(i)
            .resizeRelocate(
                snapPositionX(left + Math.abs(compared) / most * room) - 1,
                y + rowHeight / 2 - height / 2 - 3,
                2,
                height + 6);
      }
    }
  }
}

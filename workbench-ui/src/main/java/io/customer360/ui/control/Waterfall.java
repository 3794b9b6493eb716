package io.customer360.ui.control;

import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/// From a start over signed contributions to a total, with connectors. What is printed adds up
/// exactly: contributions are rounded by largest remainder. Orange raises or speaks against, blue
/// lowers or speaks for; the sign is always printed.
public final class Waterfall extends Region {
  private static final double ROW = 24;
  private static final double BAR = 12;
  private static final double VALUE = 52;
  private static final double AXIS = 18;

  /// One contribution.
  ///
  /// @param label in words, at most about 30 characters
  /// @param value signed
  public record Step(String label, double value) {}

  private final List<Bar> bars = new ArrayList<>();
  private final Region totalRule = new Region();
  private double least;
  private double most;
  private double labelShare = 0.46;
  private final List<Region> grid = new ArrayList<>();
  private final List<Label> ticks = new ArrayList<>();
  private final List<Double> tickValues = new ArrayList<>();
  private final Formats formats;

  private static final class Bar {
    final Label label;
    final Label value;
    final Region bar = new Region();
    final Region connector = new Region();
    final Region row = new Region();
    double from;
    double to;

    Bar(String label, String value, String kind, boolean strong) {
      this.label = Nodes.label(label);
      this.value = Nodes.label(value, "num");
      this.value.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
      if (strong) {
        this.label.getStyleClass().add("strong");
        this.value.getStyleClass().add("strong");
      }
      Tooltip.install(row, new Tooltip(label + "  " + value));
      bar.getStyleClass().addAll("waterfall-bar", kind);
      connector.getStyleClass().add("waterfall-connector");
      row.getStyleClass().add("waterfall-row");
    }
  }

  public Waterfall(
      String startLabel,
      double start,
      List<Step> steps,
      String totalLabel,
      int decimals,
      Formats formats) {
    this.formats = formats;
    getStyleClass().add("waterfall");
    totalRule.getStyleClass().add("waterfall-total-rule");
    double unit = Math.pow(10, decimals);
    double total = start + steps.stream().mapToDouble(Step::value).sum();
    long startUnits = Math.round(start * unit);
    long totalUnits = Math.round(total * unit);
    long[] units =
        Rounding.adding(
            steps.stream().mapToDouble(Step::value).toArray(), totalUnits - startUnits, decimals);
    add(
        new Bar(startLabel, formats.number(startUnits / unit, decimals), "anchor", false),
        0,
        start);
    double at = start;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      String kind = units[i] < 0 ? "lowers" : "raises";
      Bar bar = new Bar(step.label(), formats.signed(units[i] / unit, decimals), kind, false);
      add(bar, at, at + step.value());
      at += step.value();
    }
    add(new Bar(totalLabel, formats.number(totalUnits / unit, decimals), "anchor", true), 0, total);
    getChildren().add(totalRule);
    Nodes.named(
        this,
        AccessibleRole.TEXT,
        totalLabel
            + " "
            + formats.number(totalUnits / unit, decimals)
            + ", from "
            + startLabel
            + " "
            + formats.number(startUnits / unit, decimals)
            + " by "
            + steps.size()
            + " contributions");
  }

  /// How much of the width the words take, 0.46 unless told.
  public Waterfall labelShare(double share) {
    labelShare = share;
    return this;
  }

  /// Prints the total with its sign, where zero is the point of balance.
  public Waterfall signedTotal() {
    Label total = bars.getLast().value;
    if (!total.getText().startsWith("\u2212")) {
      total.setText("+" + total.getText());
    }
    return this;
  }

  /// Draws upright lines at round values behind the bars, and the values below them.
  public Waterfall axis() {
    for (double tick : Axis.ticks(least, most, 4)) {
      Region line = new Region();
      line.getStyleClass().addAll("waterfall-grid", tick == 0 ? "zero" : "other");
      line.setMouseTransparent(true);
      Label label = Nodes.label(formats.number(tick, 0), "footnote", "muted", "num");
      grid.add(line);
      ticks.add(label);
      tickValues.add(tick);
    }
    getChildren().addAll(0, grid);
    getChildren().addAll(ticks);
    return this;
  }

  /// Makes each contribution reachable: a click or Enter gives its index among the steps.
  public Waterfall onOpen(IntConsumer open) {
    for (int i = 1; i < bars.size() - 1; i++) {
      int step = i - 1;
      Region row = bars.get(i).row;
      row.setFocusTraversable(true);
      Nodes.named(
          row,
          AccessibleRole.BUTTON,
          bars.get(i).label.getText() + " " + bars.get(i).value.getText());
      row.setOnMouseClicked(event -> open.accept(step));
      row.setOnKeyPressed(
          event -> {
            if (event.getCode() == KeyCode.ENTER) {
              open.accept(step);
              event.consume();
            }
          });
    }
    return this;
  }

  private void add(Bar bar, double from, double to) {
    bar.from = from;
    bar.to = to;
    least = Math.min(least, Math.min(from, to));
    most = Math.max(most, Math.max(from, to));
    bars.add(bar);
    bar.label.setMouseTransparent(true);
    bar.value.setMouseTransparent(true);
    bar.bar.setMouseTransparent(true);
    getChildren().addAll(bar.row, bar.connector, bar.bar, bar.label, bar.value);
  }

  @Override
  protected double computePrefHeight(double width) {
    return bars.size() * ROW + 2 + (ticks.isEmpty() ? 0 : AXIS);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 410;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double words = Math.floor(width * labelShare);
    double left = words + 8;
    double room = Math.max(10, width - left - VALUE - 8);
    double span = most - least == 0 ? 1 : most - least;
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = i * ROW + (i == bars.size() - 1 ? 2 : 0);
      bar.row.resizeRelocate(-4, y, width + 8, ROW);
      bar.label.resizeRelocate(0, y, words, ROW);
      bar.value.resizeRelocate(width - VALUE, y, VALUE, ROW);
      double from = left + (Math.min(bar.from, bar.to) - least) / span * room;
      double to = left + (Math.max(bar.from, bar.to) - least) / span * room;
      bar.bar.resizeRelocate(
          snapPositionX(from), y + (ROW - BAR) / 2, Math.max(2, snapSizeX(to - from)), BAR);
      double end = snapPositionX(left + (bar.to - least) / span * room);
      boolean last = i == bars.size() - 1;
      bar.connector.setVisible(!last);
      double reach = i == bars.size() - 2 ? 2 : 0;
      bar.connector.resizeRelocate(end - 1, y + (ROW + BAR) / 2, 1, ROW - BAR + reach);
    }
    for (int i = 0; i < grid.size(); i++) {
      double x = snapPositionX(left + (tickValues.get(i) - least) / span * room);
      boolean seen = x >= left - 1 && x <= left + room + 1;
      grid.get(i).setVisible(seen);
      ticks.get(i).setVisible(seen);
      grid.get(i).resizeRelocate(x, 0, 1, bars.size() * ROW + 2);
      double figure = ticks.get(i).prefWidth(-1);
      ticks.get(i).resizeRelocate(Math.round(x - figure / 2), bars.size() * ROW + 3, figure, 14);
    }
    totalRule.resizeRelocate(0, (bars.size() - 1) * ROW + 1, width, 1);
  }
}

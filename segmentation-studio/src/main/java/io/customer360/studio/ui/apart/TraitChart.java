package io.customer360.studio.ui.apart;

import io.customer360.studio.compare.Trait;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/// Lift by trait: bars from 1 on a logarithmic axis, blue to the right where the trait is commoner,
/// rust to the left where it is rarer, a line for the 95 % interval, a break in a bar that goes
/// beyond the axis. Arrows move, Enter or a double
/// click adds the trait as a condition.
final class TraitChart extends Region {
  static final double ROW = 30;
  private static final double TITLE = 16;
  private static final double AXIS = 20;
  private static final double VALUE = 48;
  private static final double BAR = 11;

  private final List<Trait> traits;
  private final Function<Trait, String> titles;
  private final LiftScale scale;
  private final List<Row> rows = new ArrayList<>();
  private final List<Region> grid = new ArrayList<>();
  private final List<Label> ticks = new ArrayList<>();

  private record Row(
      Region ground, Label title, Label fact, Region bar, Region cut, Region line, Label value) {}

  /// @param titles of traits as shown
  /// @param add takes a trait that is to become a condition
  TraitChart(
      List<Trait> traits, Formats formats, Function<Trait, String> titles, Consumer<Trait> add) {
    this.traits = List.copyOf(traits);
    this.titles = titles;
    scale =
        LiftScale.over(
            traits.stream().map(trait -> new double[] {trait.low(), trait.high()}).toList());
    getStyleClass().add("trait-chart");
    Nodes.named(this, AccessibleRole.LIST_VIEW, Messages.text("studio.apart.words"));
    for (double tick : scale.ticks()) {
      Region mark = new Region();
      mark.getStyleClass().add(tick == 1 ? "trait-one" : "trait-grid");
      grid.add(mark);
      ticks.add(Nodes.label(tick(tick, formats), "footnote", "muted", "num"));
    }
    getChildren().addAll(grid);
    getChildren().addAll(ticks);
    for (int i = 0; i < this.traits.size(); i++) {
      rows.add(row(this.traits.get(i), i, formats, add));
    }
  }

  /// `1/16×`, `1×`, `4×`: ticks are powers of two.
  private static String tick(double lift, Formats formats) {
    return (lift < 1 ? "1/" + formats.count(Math.round(1 / lift)) : formats.number(lift, 0))
        + "\u00d7";
  }

  private Row row(Trait trait, int index, Formats formats, Consumer<Trait> add) {
    String shares =
        Messages.text(
            "studio.apart.shares", formats.share(trait.inside()), formats.share(trait.against()));
    String lift = lift(trait, formats);
    Region ground = new Region();
    ground.getStyleClass().add("trait-row");
    ground.setFocusTraversable(true);
    String whole =
        Messages.text(
            "studio.apart.row",
            titles.apply(trait),
            shares,
            lift,
            formats.number(trait.low(), 2),
            formats.number(Math.min(trait.high(), 9_999), 2));
    Nodes.named(ground, AccessibleRole.LIST_ITEM, whole);
    Tooltip.install(ground, new Tooltip(whole));
    ground.setOnMouseClicked(
        event -> {
          ground.requestFocus();
          if (event.getClickCount() == 2) {
            add.accept(trait);
          }
        });
    ground.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            add.accept(trait);
          } else if (event.getCode() == KeyCode.DOWN && index + 1 < rows.size()) {
            rows.get(index + 1).ground().requestFocus();
          } else if (event.getCode() == KeyCode.UP && index > 0) {
            rows.get(index - 1).ground().requestFocus();
          } else {
            return;
          }
          event.consume();
        });
    Label title = Nodes.label(titles.apply(trait), "trait-title");
    title.setWrapText(true);
    Label fact = Nodes.label(shares, "footnote", "muted", "num");
    Region bar = new Region();
    bar.getStyleClass().add(trait.lift() >= 1 ? "trait-more" : "trait-less");
    Region cut = new Region();
    cut.getStyleClass().add("trait-cut");
    cut.setRotate(20);
    cut.setVisible(trait.lift() < scale.low() || trait.lift() > scale.high());
    Region line = new Region();
    line.getStyleClass().add("trait-line");
    Label value = Nodes.label(lift, "num", "strong");
    value.setAlignment(Pos.CENTER_RIGHT);
    for (Node part : List.of(title, fact, bar, cut, line, value)) {
      part.setMouseTransparent(true);
    }
    getChildren().addAll(ground, title, fact, bar, cut, line, value);
    return new Row(ground, title, fact, bar, cut, line, value);
  }

  private static String lift(Trait trait, Formats formats) {
    if (Double.isInfinite(trait.lift())) {
      return Messages.text("studio.apart.only");
    }
    double lift = trait.lift();
    if (lift == 0) {
      return Messages.text("studio.apart.nobody-here");
    }
    int decimals = lift >= 9.95 ? 0 : lift >= 0.095 ? 1 : 2;
    return formats.number(lift, decimals) + "\u00d7";
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double words = words(width < 0 ? computePrefWidth(-1) : width);
    return rows.stream().mapToDouble(row -> height(row, words)).sum() + AXIS;
  }

  /// Room for the titles.
  private static double words(double width) {
    return Math.min(206, Math.max(116, width * 0.54));
  }

  /// A title too long for one line has two.
  private double height(Row row, double words) {
    return ROW + Math.max(0, snapSizeY(row.title().prefHeight(words)) - TITLE);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 280;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double words = words(width);
    double left = words + 8;
    double room = Math.max(40, width - left - VALUE - 6);
    double bottom = prefHeight(width);
    List<Double> lifts = scale.ticks();
    double free = Double.POSITIVE_INFINITY;
    for (int i = lifts.size() - 1; i >= 0; i--) {
      double x = snapPositionX(left + scale.at(lifts.get(i)) * room);
      grid.get(i).resizeRelocate(x, AXIS, 1, bottom - AXIS);
      Label tick = ticks.get(i);
      double wide = tick.prefWidth(-1);
      tick.resizeRelocate(snapPositionX(x - wide / 2), 0, wide, AXIS - 2);
      tick.setVisible(x + wide / 2 + 8 <= free);
      grid.get(i).setVisible(tick.isVisible());
      if (tick.isVisible()) {
        free = x - wide / 2;
      }
    }
    double one = left + scale.at(1) * room;
    double y = AXIS;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Trait trait = traits.get(i);
      double high = height(row, words);
      row.ground().resizeRelocate(-6, y, width + 12, high);
      row.title().resizeRelocate(0, y, words, TITLE + high - ROW);
      row.fact().resizeRelocate(0, y + 14 + high - ROW, words, 14);
      double end = left + scale.at(trait.lift()) * room;
      row.bar()
          .resizeRelocate(
              snapPositionX(Math.min(one, end)),
              snapPositionY(y + (high - BAR) / 2),
              Math.max(1, snapSizeX(Math.abs(end - one))),
              BAR);
      row.cut()
          .resizeRelocate(
              snapPositionX(end < one ? end + 7 : end - 11),
              snapPositionY(y + (high - BAR) / 2) - 2,
              4,
              BAR + 4);
      double from = left + scale.at(trait.low()) * room;
      double to = left + scale.at(trait.high()) * room;
      row.line()
          .resizeRelocate(
              snapPositionX(from), snapPositionY(y + high / 2), Math.max(1, to - from), 1.5);
      // an interval beyond the axis has no place on it
      row.line().setVisible(trait.high() > scale.low() && trait.low() < scale.high());
      row.value().resizeRelocate(width - VALUE, y, VALUE, high);
      y += high;
    }
  }
}

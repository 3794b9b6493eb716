package io.customer360.studio.ui.apart;

import io.customer360.studio.compare.Overlap;
import io.customer360.studio.desk.Contrasts;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// An UpSet plot: a row a segment, a column for each combination that occurs, who is in it marked
/// by dots, how many above. Combinations with the segment on screen are blue.
final class OverlapChart extends Region {
  private static final int MOST = 7;
  private static final double TOP = 84;
  private static final double ROW = 26;
  private static final double DOT = 10;

  private final List<Label> names = new ArrayList<>();
  private final List<Label> sizes = new ArrayList<>();
  private final List<Region> stripes = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();

  private record Column(
      int customers,
      Region bar,
      Label count,
      List<Region> dots,
      Region line,
      int first,
      int last) {}

  OverlapChart(Contrasts.Shared shared, Formats formats) {
    Overlap overlap = shared.overlap();
    getStyleClass().add("overlap-chart");
    for (int i = 0; i < overlap.segments().size(); i++) {
      Region stripe = new Region();
      stripe.getStyleClass().add(i % 2 == 0 ? "overlap-stripe" : "overlap-plain");
      stripes.add(stripe);
      String id = overlap.segments().get(i);
      Label name = Nodes.label(title(shared, id), "caption");
      if (id.equals(Contrasts.THIS)) {
        name.getStyleClass().add("medium");
      }
      names.add(name);
      Label size = Nodes.label(formats.count(overlap.sizes().get(i)), "caption", "num", "muted");
      size.setAlignment(Pos.CENTER_RIGHT);
      sizes.add(size);
    }
    getChildren().addAll(stripes);
    getChildren().addAll(names);
    getChildren().addAll(sizes);
    List<Overlap.Combination> all = overlap.combinations();
    for (Overlap.Combination one : all.subList(0, Math.min(MOST, all.size()))) {
      columns.add(column(shared, one, formats));
    }
    Nodes.named(this, AccessibleRole.IMAGE_VIEW, Messages.text("studio.overlap.words"));
  }

  /// How many combinations there are beyond those drawn.
  static int more(Overlap overlap) {
    return Math.max(0, overlap.combinations().size() - MOST);
  }

  private static String title(Contrasts.Shared shared, String id) {
    return id.equals(Contrasts.THIS)
        ? Messages.text("studio.overlap.this")
        : shared.titles().getOrDefault(id, id);
  }

  private Column column(Contrasts.Shared shared, Overlap.Combination one, Formats formats) {
    boolean own = one.segments().contains(Contrasts.THIS);
    Region bar = new Region();
    bar.getStyleClass().add(own ? "overlap-own" : "overlap-other");
    String words =
        Messages.text(
            "studio.overlap.column",
            formats.count(one.customers()),
            one.segments().stream().map(id -> title(shared, id)).collect(Collectors.joining(", ")));
    Nodes.named(bar, AccessibleRole.TEXT, words);
    Tooltip.install(bar, new Tooltip(words));
    Label count = Nodes.label(formats.count(one.customers()), "footnote", "num");
    count.setAlignment(Pos.CENTER);
    Region line = new Region();
    line.getStyleClass().add(own ? "overlap-own" : "overlap-other");
    List<Region> dots = new ArrayList<>();
    int first = -1;
    int last = -1;
    for (int i = 0; i < shared.overlap().segments().size(); i++) {
      boolean in = one.segments().contains(shared.overlap().segments().get(i));
      Region dot = new Region();
      dot.getStyleClass().addAll("overlap-dot", in ? own ? "overlap-own" : "overlap-other" : "out");
      dots.add(dot);
      if (in) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    for (Node part : dots) {
      part.setMouseTransparent(true);
    }
    getChildren().addAll(bar, count, line);
    getChildren().addAll(dots);
    return new Column(one.customers(), bar, count, dots, line, first, last);
  }

  @Override
  protected double computePrefHeight(double width) {
    return TOP + names.size() * ROW + 4;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double words = Math.min(128, width * 0.34);
    double figures = 42;
    double left = words + figures + 8;
    double step = Math.min(40, (width - left) / Math.max(1, columns.size()));
    for (int i = 0; i < names.size(); i++) {
      double y = TOP + i * ROW;
      stripes.get(i).resizeRelocate(-6, y, width + 12, ROW);
      names.get(i).resizeRelocate(0, y, words, ROW);
      sizes.get(i).resizeRelocate(words, y, figures, ROW);
    }
    int most = columns.stream().mapToInt(Column::customers).max().orElse(1);
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      double middle = snapPositionX(left + (c + 0.5) * step);
      double height = Math.max(2, snapSizeY((TOP - 26) * column.customers() / (double) most));
      double wide = Math.min(16, step - 4);
      column.bar().resizeRelocate(middle - wide / 2, TOP - 8 - height, wide, height);
      double said = column.count().prefWidth(-1);
      column.count().resizeRelocate(snapPositionX(middle - said / 2), TOP - 24 - height, said, 14);
      for (int i = 0; i < column.dots().size(); i++) {
        column
            .dots()
            .get(i)
            .resizeRelocate(middle - DOT / 2, TOP + i * ROW + (ROW - DOT) / 2, DOT, DOT);
      }
      double from = TOP + column.first() * ROW + ROW / 2;
      double to = TOP + column.last() * ROW + ROW / 2;
      column.line().resizeRelocate(middle - 1, from, 2, Math.max(0, to - from));
    }
  }
}

package io.customer360.studio.ui.apart;

import io.customer360.studio.compare.Distribution;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// One number in two groups: blue bars for the segment over grey ones for the others, both as
/// shares of their own group, so that groups of different size compare. Medians above.
final class DistributionChart extends Region {
  private static final double WORDS = 20;
  private static final double BARS = 44;
  private static final double AXIS = 16;

  private final Distribution of;
  private final double most;
  private final Label title;
  private final Label medians;
  private final Label low;
  private final Label high;
  private final Region floor = new Region();
  private final List<Region> inside = new ArrayList<>();
  private final List<Region> against = new ArrayList<>();

  DistributionChart(Distribution of, Formats formats) {
    this.of = of;
    double highest = 0;
    for (int i = 0; i < of.inside().size(); i++) {
      highest = Math.max(highest, Math.max(of.inside().get(i), of.against().get(i)));
    }
    most = highest == 0 ? 1 : highest;
    title = Nodes.label(of.title(), "medium");
    medians =
        Nodes.label(
            Messages.text(
                "studio.apart.medians",
                plain(formats, of.insideMedian()),
                plain(formats, of.againstMedian())),
            "caption",
            "muted",
            "num");
    low = Nodes.label(plain(formats, of.edges().getFirst()), "footnote", "muted", "num");
    high = Nodes.label(plain(formats, of.edges().getLast()), "footnote", "muted", "num");
    floor.getStyleClass().add("distribution-floor");
    Nodes.named(this, AccessibleRole.IMAGE_VIEW, of.title() + ", " + medians.getText());
    getChildren().addAll(title, medians, low, high, floor);
    for (int i = 0; i < of.inside().size(); i++) {
      Region other = bar("distribution-others");
      Region own = bar("distribution-segment");
      Tooltip.install(
          own,
          new Tooltip(
              Messages.text(
                  "studio.apart.bar",
                  plain(formats, of.edges().get(i)),
                  plain(formats, of.edges().get(i + 1)),
                  formats.share(of.inside().get(i)),
                  formats.share(of.against().get(i)))));
      against.add(other);
      inside.add(own);
    }
    getChildren().addAll(against);
    getChildren().addAll(inside);
  }

  private static Region bar(String style) {
    Region bar = new Region();
    bar.getStyleClass().add(style);
    return bar;
  }

  private static String plain(Formats formats, double value) {
    double size = Math.abs(value);
    return formats.number(value, size >= 100 || value == Math.rint(value) ? 0 : size >= 1 ? 1 : 2);
  }

  @Override
  protected double computePrefHeight(double width) {
    return WORDS + BARS + AXIS;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double wide = Math.min(width * 0.62, medians.prefWidth(-1));
    title.resizeRelocate(0, 0, Math.max(0, width - wide - 8), WORDS - 2);
    medians.resizeRelocate(width - wide, 1, wide, WORDS - 2);
    double step = width / inside.size();
    double bottom = WORDS + BARS;
    for (int i = 0; i < inside.size(); i++) {
      double x = snapPositionX(i * step);
      double next = snapPositionX((i + 1) * step);
      place(against.get(i), x, next - x - 1, bottom, of.against().get(i));
      double slim = Math.max(2, Math.floor((next - x - 1) * 0.5));
      place(
          inside.get(i),
          x + Math.floor((next - x - 1 - slim) / 2),
          slim,
          bottom,
          of.inside().get(i));
    }
    floor.resizeRelocate(0, bottom, width, 1);
    low.resizeRelocate(0, bottom + 1, width / 2, AXIS - 2);
    double end = high.prefWidth(-1);
    high.resizeRelocate(width - end, bottom + 1, end, AXIS - 2);
  }

  private void place(Region bar, double x, double width, double bottom, double share) {
    double height = share == 0 ? 0 : Math.max(1, snapSizeY(share / most * (BARS - 2)));
    bar.resizeRelocate(x, bottom - height, width, height);
  }
}

package io.customer360.studio.ui.map;

import io.customer360.studio.cluster.reading.SilhouettePlot;
import io.customer360.studio.desk.Discovery;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// How well each person sits in the own cluster: one line a person, cluster by cluster, from the
/// best down. The mean of all is a dashed line.
final class SilhouetteView extends ClusterPlot {
  private static final double LEFT = 190;
  private static final double RIGHT = 56;
  private static final double TOP = 26;
  private static final double AXIS = 28;
  private static final double GAP = 8;
  private static final double LEAST = 18;

  private final List<Label> means = new ArrayList<>();
  private final List<Label> ticks = new ArrayList<>();
  private final Label meanLabel = Nodes.label("", "footnote", "strong", "num", "plot-label");
  private @Nullable SilhouettePlot plot;

  /// @param choose is given the cluster of a click
  SilhouetteView(Formats formats, IntConsumer choose) {
    super(formats, choose);
    meanLabel.setManaged(false);
    getChildren().add(meanLabel);
    setOnMouseClicked(event -> pick(event.getY()));
  }

  /// The plot in one sentence.
  static String words(SilhouettePlot plot, Formats formats) {
    double misplaced = 0;
    double rows = 0;
    for (SilhouettePlot.Strip strip : plot.strips()) {
      misplaced += strip.misplaced() * strip.values().length;
      rows += strip.values().length;
    }
    return Messages.text(
        "studio.silhouette.words", formats.score(plot.mean()), formats.share(misplaced / rows));
  }

  void show(Discovery.Found found, SilhouettePlot next) {
    plot = next;
    getChildren().removeAll(means);
    getChildren().removeAll(ticks);
    List<ClusterName> names = new ArrayList<>();
    means.clear();
    ticks.clear();
    for (SilhouettePlot.Strip strip : next.strips()) {
      Discovery.Group group = found.groups().get(strip.cluster());
      names.add(new ClusterName(strip.cluster(), group, true, formats, choose));
      Label mean = Nodes.label(formats.score(strip.mean()), "caption", "num", "medium");
      mean.setManaged(false);
      means.add(mean);
    }
    for (double at = tick(least(next)); at <= 1.001; at += 0.25) {
      Label label = Nodes.label(formats.number(at, 2), "footnote", "muted", "num");
      label.setManaged(false);
      label.setUserData(at);
      ticks.add(label);
    }
    meanLabel.setText(Messages.text("studio.silhouette.mean", formats.score(next.mean())));
    names(names);
    getChildren().addAll(means);
    getChildren().addAll(ticks);
    meanLabel.toFront();
    setAccessibleText(words(next, formats));
    chosenStill();
    requestLayout();
  }

  private static double least(SilhouettePlot plot) {
    return plot.strips().stream()
        .mapToDouble(strip -> strip.values()[strip.values().length - 1])
        .min()
        .orElse(0);
  }

  /// The quarter at or below, 0 at most.
  private static double tick(double least) {
    return Math.min(0, Math.floor(least * 4) / 4);
  }

  private double x(SilhouettePlot now, double value) {
    double low = tick(least(now));
    return LEFT + (value - low) / (1 - low) * (getWidth() - LEFT - RIGHT);
  }

  /// Top of each strip, and the foot of the last.
  private double[] tops(SilhouettePlot now) {
    int k = now.strips().size();
    double room = getHeight() - TOP - AXIS - GAP * (k - 1);
    double[] heights = new double[k];
    double spare = room;
    double large = 0;
    for (int i = 0; i < k; i++) {
      heights[i] = room * now.strips().get(i).values().length / now.rows();
      if (heights[i] < LEAST) {
        heights[i] = Math.min(LEAST, room / k);
        spare -= heights[i];
      } else {
        large += heights[i];
      }
    }
    double[] tops = new double[k + 1];
    tops[0] = TOP;
    for (int i = 0; i < k; i++) {
      double height = heights[i] > LEAST ? heights[i] * Math.max(0, spare) / large : heights[i];
      tops[i + 1] = tops[i] + height + GAP;
    }
    return tops;
  }

  @Override
  boolean ready() {
    return plot != null && getWidth() >= LEFT + RIGHT + 20;
  }

  @Override
  void place() {
    SilhouettePlot now = plot;
    if (now == null) {
      return;
    }
    List<ClusterName> names = names();
    double[] tops = tops(now);
    double[] middles = new double[names.size()];
    for (int i = 0; i < middles.length; i++) {
      middles[i] = (tops[i] + tops[i + 1] - GAP) / 2;
    }
    double step =
        Math.min(
            ClusterName.highest(names, LEFT - 16),
            (getHeight() - AXIS) / Math.max(1, middles.length));
    ClusterName.spread(middles, step, getHeight() - AXIS);
    for (int i = 0; i < names.size(); i++) {
      names.get(i).place(12, middles[i], LEFT - 16);
      Label mean = means.get(i);
      mean.applyCss();
      double height = mean.prefHeight(-1);
      mean.resizeRelocate(getWidth() - RIGHT + 12, middles[i] - height / 2, RIGHT - 16, height);
    }
    for (Label tick : ticks) {
      double at = x(now, (Double) tick.getUserData());
      between(tick, at, 0, getWidth(), getHeight() - AXIS + 8);
    }
    between(meanLabel, x(now, now.mean()), LEFT, getWidth() - RIGHT, 2);
  }

  @Override
  void paint(GraphicsContext g) {
    SilhouettePlot now = plot;
    if (now == null) {
      return;
    }
    double foot = getHeight() - AXIS + 2;
    g.setLineWidth(1);
    g.setStroke(colours.noise());
    for (Label tick : ticks) {
      double at = Math.round(x(now, (Double) tick.getUserData())) + 0.5;
      g.strokeLine(at, TOP - 4, at, foot);
    }
    double zero = x(now, 0);
    double[] tops = tops(now);
    for (int i = 0; i < now.strips().size(); i++) {
      SilhouettePlot.Strip strip = now.strips().get(i);
      g.setGlobalAlpha(picked(strip.cluster()) ? 0.9 : 0.3);
      g.setFill(colours.of(strip.cluster()));
      int top = (int) Math.round(tops[i]);
      int bottom = (int) Math.round(tops[i + 1] - GAP);
      for (int y = top; y < bottom; y++) {
        double value = SilhouettePlot.at(strip, (y - top + 0.5) / (bottom - top));
        double at = x(now, value);
        g.fillRect(Math.min(zero, at), y, Math.max(1, Math.abs(at - zero)), 1);
      }
    }
    g.setGlobalAlpha(1);
    g.setStroke(colours.muted());
    g.strokeLine(Math.round(zero) + 0.5, TOP - 4, Math.round(zero) + 0.5, foot);
    g.setStroke(colours.segment());
    g.setLineDashes(4, 3);
    double mean = Math.round(x(now, now.mean())) + 0.5;
    g.strokeLine(mean, TOP - 4, mean, foot);
    g.setLineDashes();
  }

  private void pick(double y) {
    SilhouettePlot now = plot;
    if (now == null) {
      return;
    }
    double[] tops = tops(now);
    for (int i = 0; i < now.strips().size(); i++) {
      if (y >= tops[i] && y < tops[i + 1] - GAP) {
        choose.accept(now.strips().get(i).cluster());
        return;
      }
    }
  }
}

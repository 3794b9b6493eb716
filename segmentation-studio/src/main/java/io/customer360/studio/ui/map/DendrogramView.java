package io.customer360.studio.ui.map;

import io.customer360.studio.cluster.reading.Dendrogram;
import io.customer360.studio.desk.Discovery;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The tree of merges: the whole at the left, ends at the right; the farther left two meet, the
/// less alike they are. Where the tree was cut is a dashed line.
final class DendrogramView extends Region {
  private static final double LEFT = 20;
  private static final double RIGHT = 190;
  private static final double TOP = 14;
  private static final double FOOT = 34;

  private final Formats formats;
  private final IntConsumer choose;
  private final ClusterColours colours = new ClusterColours(this::draw);
  private final Canvas canvas = new Canvas();
  private final List<ClusterName> names = new ArrayList<>();
  private final Label cutLabel = Nodes.label("", "footnote", "strong", "num", "plot-label");
  private final Label zero = Nodes.label("0", "footnote", "muted", "num");
  private final Label most = Nodes.label("", "footnote", "muted", "num");
  private @Nullable Dendrogram tree;
  private int chosen = -1;

  /// @param choose is given the cluster of a click
  DendrogramView(Formats formats, IntConsumer choose) {
    this.formats = formats;
    this.choose = choose;
    getStyleClass().add("cluster-plot");
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    getChildren().add(canvas);
    getChildren().addAll(colours.swatches());
    for (Label label : List.of(cutLabel, zero, most)) {
      label.setManaged(false);
      getChildren().add(label);
    }
    setMinHeight(160);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  /// The tree in one sentence.
  static String words(Dendrogram tree, int clusters) {
    return tree.overClusters()
        ? Messages.text("studio.tree.words.clusters")
        : Messages.text("studio.tree.words", Integer.toString(clusters));
  }

  void show(Discovery.Found found, Dendrogram next) {
    tree = next;
    getChildren().removeAll(names);
    names.clear();
    for (int q = 0; q < found.groups().size(); q++) {
      names.add(new ClusterName(q, found.groups().get(q), false, formats, choose));
    }
    getChildren().addAll(names);
    cutLabel.setText(Messages.text("studio.tree.cut", Integer.toString(found.groups().size())));
    cutLabel.setVisible(!Double.isNaN(next.cut()));
    most.setText(Messages.text("studio.tree.height", formats.number(next.height(), 1)));
    setAccessibleText(words(next, found.groups().size()));
    chosen(chosen);
    requestLayout();
  }

  void chosen(int cluster) {
    chosen = cluster;
    for (ClusterName name : names) {
      name.setOpacity(cluster < 0 || cluster == name.cluster() ? 1 : 0.5);
    }
    draw();
  }

  /// Heights are drawn by their root: the merges near the ends would else be one line.
  private double x(Dendrogram now, double height) {
    double share = now.height() > 0 ? Math.sqrt(Math.max(0, height) / now.height()) : 0;
    return getWidth() - RIGHT - share * (getWidth() - LEFT - RIGHT);
  }

  private double y(Dendrogram now, double place) {
    double step = (getHeight() - TOP - FOOT) / Math.max(1, now.ends());
    return TOP + (place + 0.5) * step;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    Dendrogram now = tree;
    if (now == null) {
      return;
    }
    placeNames(now);
    for (Label label : List.of(cutLabel, zero, most)) {
      label.applyCss();
    }
    double line = getHeight() - FOOT + 12;
    zero.resizeRelocate(x(now, 0) - zero.prefWidth(-1), line, zero.prefWidth(-1), 16);
    most.resizeRelocate(LEFT, line, most.prefWidth(-1), 16);
    if (cutLabel.isVisible()) {
      double width = cutLabel.prefWidth(-1);
      double at = x(now, now.cut());
      cutLabel.resizeRelocate(
          Math.clamp(at - width / 2, LEFT + most.prefWidth(-1) + 8, x(now, 0) - width - 16),
          line,
          width,
          16);
    }
    draw();
  }

  /// Each name at the middle of its ends.
  private void placeNames(Dendrogram now) {
    int k = names.size();
    double[] middles = new double[k];
    int[] ends = new int[k];
    for (Dendrogram.Branch branch : now.branches()) {
      if (branch.end() && branch.cluster() >= 0 && branch.cluster() < k) {
        middles[branch.cluster()] += y(now, branch.place());
        ends[branch.cluster()]++;
      }
    }
    for (int q = 0; q < k; q++) {
      middles[q] /= Math.max(1, ends[q]);
    }
    double step = Math.min(ClusterName.height(false), (getHeight() - 8) / Math.max(1, k));
    ClusterName.spread(middles, step, getHeight() - 4);
    for (int q = 0; q < k; q++) {
      names.get(q).place(getWidth() - RIGHT + 14, middles[q], RIGHT - 26);
      names.get(q).setVisible(ends[q] > 0);
    }
  }

  private void draw() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    Dendrogram now = tree;
    if (now == null || getWidth() < LEFT + RIGHT + 20) {
      return;
    }
    double foot = getHeight() - FOOT + 4;
    g.setLineWidth(1);
    g.setStroke(colours.noise());
    g.strokeLine(LEFT, foot + 0.5, x(now, 0), foot + 0.5);
    List<Dendrogram.Branch> all = now.branches();
    for (Dendrogram.Branch branch : all) {
      if (!branch.end()) {
        join(g, now, branch, all.get(branch.left()));
        join(g, now, branch, all.get(branch.right()));
      } else if (branch.height() > 0) {
        // More merges below than are drawn: a wedge as deep as the highest of them.
        paint(g, branch.cluster());
        double at = x(now, branch.height());
        double y = y(now, branch.place());
        double half = Math.min(5, (getHeight() - TOP - FOOT) / now.ends() / 2.6);
        g.setGlobalAlpha(g.getGlobalAlpha() * 0.45);
        g.fillPolygon(
            new double[] {at, x(now, 0), x(now, 0)}, new double[] {y, y - half, y + half}, 3);
      }
    }
    g.setGlobalAlpha(1);
    if (!Double.isNaN(now.cut())) {
      g.setLineWidth(1);
      g.setStroke(colours.segment());
      g.setLineDashes(4, 3);
      double at = Math.round(x(now, now.cut())) + 0.5;
      g.strokeLine(at, TOP - 8, at, foot);
      g.setLineDashes();
    }
  }

  private void join(
      GraphicsContext g, Dendrogram now, Dendrogram.Branch parent, Dendrogram.Branch child) {
    paint(g, parent.cluster() >= 0 ? parent.cluster() : child.cluster());
    g.setLineWidth(1.5);
    double at = x(now, parent.height());
    double y = y(now, child.place());
    g.strokeLine(at, y, x(now, child.height()), y);
    paint(g, parent.cluster());
    g.strokeLine(at, y(now, parent.place()), at, y);
  }

  private void paint(GraphicsContext g, int cluster) {
    g.setStroke(cluster < 0 ? colours.muted() : colours.of(cluster));
    g.setFill(cluster < 0 ? colours.muted() : colours.of(cluster));
    g.setGlobalAlpha(chosen < 0 || cluster < 0 || cluster == chosen ? 1 : 0.3);
  }
}

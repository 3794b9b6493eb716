package io.customer360.studio.ui.map;

import io.customer360.studio.cluster.reading.Dendrogram;
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

/// The tree of merges: the whole at the left, ends at the right; the farther left two meet, the
/// less alike they are. Where the tree was cut is a dashed line.
final class DendrogramView extends ClusterPlot {
  private static final double LEFT = 20;
  private static final double RIGHT = 190;
  private static final double TOP = 14;
  private static final double FOOT = 34;

  private final Label cutLabel = Nodes.label("", "footnote", "strong", "num", "plot-label");
  private final Label zero = Nodes.label("0", "footnote", "muted", "num");
  private final Label most = Nodes.label("", "footnote", "muted", "num");
  private @Nullable Dendrogram tree;

  /// @param choose is given the cluster of a click
  DendrogramView(Formats formats, IntConsumer choose) {
    super(formats, choose);
    for (Label label : List.of(cutLabel, zero, most)) {
      label.setManaged(false);
      getChildren().add(label);
    }
  }

  /// The tree in one sentence.
  static String words(Dendrogram tree, int clusters) {
    return tree.overClusters()
        ? Messages.text("studio.tree.words.clusters")
        : Messages.text("studio.tree.words", Integer.toString(clusters));
  }

  void show(Discovery.Found found, Dendrogram next) {
    tree = next;
    List<ClusterName> names = new ArrayList<>();
    for (int q = 0; q < found.groups().size(); q++) {
      names.add(new ClusterName(q, found.groups().get(q), false, formats, choose));
    }
    names(names);
    cutLabel.setText(Messages.text("studio.tree.cut", Integer.toString(found.groups().size())));
    cutLabel.setVisible(!Double.isNaN(next.cut()));
    most.setText(Messages.text("studio.tree.height", formats.number(next.height(), 1)));
    setAccessibleText(words(next, found.groups().size()));
    chosenStill();
    requestLayout();
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
  boolean ready() {
    return tree != null && getWidth() >= LEFT + RIGHT + 20;
  }

  @Override
  void place() {
    Dendrogram now = tree;
    if (now == null) {
      return;
    }
    placeNames(now);
    double line = getHeight() - FOOT + 12;
    double right = x(now, 0);
    between(zero, right, LEFT, right, line);
    between(most, LEFT, LEFT, right, line);
    if (cutLabel.isVisible()) {
      between(cutLabel, x(now, now.cut()), LEFT + most.prefWidth(-1) + 8, right - 16, line);
    }
  }

  /// Each name at the middle of its ends.
  private void placeNames(Dendrogram now) {
    List<ClusterName> names = names();
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
    double step =
        Math.min(ClusterName.highest(names, RIGHT - 26), (getHeight() - 8) / Math.max(1, k));
    ClusterName.spread(middles, step, getHeight() - 4);
    for (int q = 0; q < k; q++) {
      names.get(q).place(getWidth() - RIGHT + 14, middles[q], RIGHT - 26);
      names.get(q).setVisible(ends[q] > 0);
    }
  }

  @Override
  void paint(GraphicsContext g) {
    Dendrogram now = tree;
    if (now == null) {
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
        colour(g, branch.cluster());
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
    colour(g, parent.cluster() >= 0 ? parent.cluster() : child.cluster());
    g.setLineWidth(1.5);
    double at = x(now, parent.height());
    double y = y(now, child.place());
    g.strokeLine(at, y, x(now, child.height()), y);
    colour(g, parent.cluster());
    g.strokeLine(at, y(now, parent.place()), at, y);
  }

  private void colour(GraphicsContext g, int cluster) {
    g.setStroke(cluster < 0 ? colours.muted() : colours.of(cluster));
    g.setFill(cluster < 0 ? colours.muted() : colours.of(cluster));
    g.setGlobalAlpha(cluster < 0 || picked(cluster) ? 1 : 0.3);
  }
}

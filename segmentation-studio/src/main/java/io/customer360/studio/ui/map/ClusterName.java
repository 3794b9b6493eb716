package io.customer360.studio.ui.map;

import io.customer360.studio.desk.Discovery;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A cluster's dot, name and size beside a plot; pressing it chooses the cluster. Placed by its
/// parent. A name that is too long for its room breaks into lines.
final class ClusterName extends Button {
  /// The dot and what is around the words.
  private static final double ASIDE = 26;

  private final int cluster;
  private final boolean oneLine;
  private final Region words;

  /// @param oneLine whether the size stands beside the name and not below it
  ClusterName(
      int cluster, Discovery.Group group, boolean oneLine, Formats formats, IntConsumer choose) {
    this.cluster = cluster;
    this.oneLine = oneLine;
    Region dot = new Region();
    dot.getStyleClass().addAll("heat-mark", ClusterColours.mark(cluster));
    dot.setMinSize(8, 8);
    dot.setMaxSize(8, 8);
    Label name = Nodes.label(group.name(), "caption", "medium");
    name.setWrapText(true);
    name.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(name, Priority.SOMETIMES);
    String people = formats.count(group.customers());
    Label size =
        Nodes.label(
            oneLine ? people : Messages.text("studio.cluster.people", people),
            "footnote",
            "muted",
            "num");
    size.setMinWidth(USE_PREF_SIZE);
    words = oneLine ? Nodes.row(6, name, size) : new VBox(name, size);
    words.setMinWidth(0);
    setGraphic(Nodes.row(7, dot, words));
    getStyleClass().add("cluster-label");
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    setAccessibleText(
        Messages.text("studio.map.label", group.name(), formats.count(group.customers())));
    setTooltip(new Tooltip(group.name()));
    setManaged(false);
    setOnAction(event -> choose.accept(cluster));
  }

  int cluster() {
    return cluster;
  }

  /// How high it has to be in this room. To be asked when it is in a scene.
  double height(double width) {
    applyCss();
    return Math.max(oneLine ? 20 : 34, Math.ceil(words.prefHeight(width - ASIDE)) + 2);
  }

  /// The highest of them.
  static double highest(List<ClusterName> names, double width) {
    return names.stream().mapToDouble(name -> name.height(width)).max().orElse(0);
  }

  void place(double x, double middle, double width) {
    words.setPrefWidth(width - ASIDE);
    words.setMaxWidth(width - ASIDE);
    double height = height(width);
    resizeRelocate(snapPositionX(x), snapPositionY(middle - height / 2), width, height);
  }

  /// Moves middles apart so that none is nearer to the next than `step`: down where two would cover
  /// each other, and up again from the foot.
  static void spread(double[] middles, double step, double foot) {
    Integer[] order = new Integer[middles.length];
    Arrays.setAll(order, q -> q);
    Arrays.sort(order, Comparator.comparingDouble(q -> middles[q]));
    double last = 4 - step / 2;
    for (Integer q : order) {
      middles[q] = Math.max(middles[q], last + step);
      last = middles[q];
    }
    double limit = foot + step / 2;
    for (int i = order.length - 1; i >= 0; i--) {
      middles[order[i]] = Math.min(middles[order[i]], limit - step);
      limit = middles[order[i]];
    }
  }
}

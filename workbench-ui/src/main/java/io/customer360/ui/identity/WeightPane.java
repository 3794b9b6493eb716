package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair;
import io.customer360.ui.control.Legend;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.control.Waterfall;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Why the model is as sure as it is: what each comparison weighs, the same in words, where that
/// stands between the thresholds, and the records around the pair.
final class WeightPane implements AutoCloseable {
  /// Printed as 0.00.
  private static final double NOTHING = 0.005;

  private final Formats formats;
  private final VBox weights = new VBox(10);
  private final PaneHeader clusterHeader = new PaneHeader(Messages.text("identity.cluster"));
  private final ClusterView cluster;
  private final ScrollPane root;

  WeightPane(UiContext context, ReviewModel model, Runnable enlarge) {
    formats = context.formats();
    cluster = new ClusterView(context);
    PaneHeader header = new PaneHeader(Messages.text("identity.weight"));
    header.right(Nodes.label(Messages.text("identity.weight.unit"), "caption", "muted"));
    weights.getStyleClass().add("weights");
    clusterHeader.getStyleClass().add("cluster-header");
    clusterHeader.right(
        Nodes.iconButton("fth-maximize-2", Messages.text("identity.graph.open"), enlarge));
    VBox.setVgrow(cluster.root(), Priority.ALWAYS);
    VBox column = new VBox(header, weights, clusterHeader, cluster.root());
    column.getStyleClass().add("pane");
    column.setMinHeight(Region.USE_PREF_SIZE);
    root = new ScrollPane(column);
    root.setFitToWidth(true);
    root.setFitToHeight(true);
    root.getStyleClass().addAll("edge-to-edge", "weight-pane");
    root.setMinWidth(300);
    model.opened().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  private void show(Load<ReviewPair> load) {
    weights.setOpacity(load instanceof Load.Loading ? 0.6 : 1);
    if (load instanceof Load.Ready<ReviewPair>(var pair)) {
      show(pair);
    } else if (load.value() == null) {
      clusterHeader.fact("");
      cluster.show(null);
      if (load instanceof Load.Loading) {
        weights.getChildren().setAll(new Skeleton(8, 16, -1, -1, -1, -1, -1, -1, -1));
      } else {
        weights.getChildren().clear();
      }
    }
  }

  private void show(ReviewPair pair) {
    weights
        .getChildren()
        .setAll(
            waterfall(pair),
            legend(pair),
            inWords(pair),
            new ThresholdBar(pair.reviewFrom(), pair.mergeFrom(), pair.probability(), formats));
    clusterHeader.fact(ClusterView.fact(pair, formats));
    cluster.show(pair);
  }

  private Node waterfall(ReviewPair pair) {
    List<ReviewPair.Weight> all = pair.weights();
    boolean start = !all.isEmpty();
    // What weighs nothing is said in the table beside it; the room is the cluster's.
    List<Waterfall.Step> steps =
        all.stream()
            .skip(1)
            .filter(weight -> !nothing(weight))
            .map(weight -> new Waterfall.Step(weight.label(), weight.bits()))
            .toList();
    return new Waterfall(
            start ? all.getFirst().label() : Messages.text("identity.weight.prior"),
            start ? all.getFirst().bits() : 0,
            steps,
            Messages.text("identity.weight"),
            2,
            formats)
        .labelShare(0.42)
        .signedTotal()
        .axis();
  }

  private static boolean nothing(ReviewPair.Weight weight) {
    return Math.abs(weight.bits()) < NOTHING;
  }

  private static Node legend(ReviewPair pair) {
    long quiet = pair.weights().stream().skip(1).filter(WeightPane::nothing).count();
    Label left =
        Nodes.label(
            quiet == 0 ? "" : Messages.text("identity.weight.nothing", quiet), "caption", "muted");
    left.setMinWidth(0);
    Legend legend =
        Legend.ofWaterfall(
            Messages.text("identity.weight.for"), Messages.text("identity.weight.against"));
    legend.getChildren().addAll(Nodes.spacer(), left);
    return legend;
  }

  private static Node inWords(ReviewPair pair) {
    Text lead = new Text(Messages.text("identity.in-words") + " ");
    lead.getStyleClass().addAll("marked-text", "strong");
    String would = pair.wouldChange().isBlank() ? "" : " " + pair.wouldChange();
    Text words = new Text(pair.sentence() + would);
    words.getStyleClass().add("marked-text");
    TextFlow box = new TextFlow(lead, words);
    box.setLineSpacing(3);
    box.getStyleClass().add("words-box");
    box.setAccessibleText(pair.sentence() + would);
    return box;
  }

  @Override
  public void close() {
    cluster.close();
  }
}

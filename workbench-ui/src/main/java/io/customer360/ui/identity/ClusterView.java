package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.job.Latest;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A cluster's graph with one line of words under it. The plan of a large one is made off the
/// screen's thread.
final class ClusterView implements AutoCloseable {
  private final Formats formats;
  private final ClusterGraph graph = new ClusterGraph();
  private final Label words = Nodes.wrapped("", "footnote", "muted");
  private final BorderPane root = new BorderPane(graph);
  private final Latest<ClusterPlan> plans;
  private final Subscription masked;
  private @Nullable ReviewPair shown;

  ClusterView(UiContext context) {
    formats = context.formats();
    words.getStyleClass().add("graph-words");
    root.setBottom(words);
    masked = context.themes().maskedProperty().subscribe(graph::masked);
    plans = context.jobs().latest(this::show, fault -> graph.clear());
  }

  Node root() {
    return root;
  }

  ClusterGraph graph() {
    return graph;
  }

  /// `8 records, 2 people`
  static String fact(ReviewPair pair, Formats formats) {
    int records = pair.graph().nodes().size();
    long people = pair.graph().nodes().stream().map(ReviewPair.Node::customerId).distinct().count();
    return Messages.text(
        "identity.graph.fact", records, formats.count(records), people, formats.count(people));
  }

  void show(@Nullable ReviewPair pair) {
    shown = pair;
    if (pair == null) {
      plans.cancel();
      graph.clear();
      words.setText("");
      return;
    }
    plans.submit(progress -> ClusterPlan.of(pair));
  }

  private void show(ClusterPlan plan) {
    ReviewPair pair = shown;
    if (pair != null) {
      String fact = fact(pair, formats);
      long ties = plan.edges().stream().filter(ReviewPair.Edge::inForce).count();
      String below =
          Messages.text(
              "identity.graph.words",
              formats.count(ties),
              formats.count(plan.edges().size() - ties));
      words.setText(below);
      graph.show(
          plan, pair.left().record(), pair.right().record(), Words::source, fact + ". " + below);
    }
  }

  @Override
  public void close() {
    masked.unsubscribe();
    plans.close();
  }
}

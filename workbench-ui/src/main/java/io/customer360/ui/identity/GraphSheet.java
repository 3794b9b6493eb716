package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The cluster over the whole window.
final class GraphSheet {
  private final Sheet sheet = new Sheet(Messages.text("identity.cluster"), 1_180);

  GraphSheet(UiContext context, ReviewPair pair) {
    ClusterView view = new ClusterView(context);
    view.graph().setPrefSize(1_132, 640);
    view.graph().largest(150);
    view.graph().getStyleClass().addAll("large-graph", "first-focus");
    VBox.setVgrow(view.root(), Priority.ALWAYS);
    sheet.card().setMaxHeight(Region.USE_PREF_SIZE);
    sheet
        .card()
        .getChildren()
        .setAll(
            Nodes.row(
                8,
                Nodes.label(Messages.text("identity.cluster"), "section"),
                Nodes.label(ClusterView.fact(pair, context.formats()), "muted"),
                Nodes.spacer(),
                Nodes.label(Messages.text("identity.graph.keys"), "caption", "muted"),
                Nodes.iconButton("fth-x", Messages.text("identity.close"), sheet::close)),
            view.root());
    sheet.onClosed(view::close);
    view.show(pair);
  }

  void show(@Nullable Scene scene) {
    sheet.show(scene);
  }
}

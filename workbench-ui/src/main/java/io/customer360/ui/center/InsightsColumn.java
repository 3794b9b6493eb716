package io.customer360.ui.center;

import io.customer360.insight.InsightCard;
import io.customer360.ui.control.CountBadge;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The insight cards, 352 wide, by money at stake.
final class InsightsColumn extends BorderPane {
  static final double WIDTH = 352;

  private final InsightsModel model;
  private final UiContext context;
  private final CountBadge count = new CountBadge("");
  private final VBox cards = new VBox(8);

  InsightsColumn(InsightsModel model, UiContext context) {
    this.model = model;
    this.context = context;
    getStyleClass().addAll("pane", "insights");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    HBox head =
        Nodes.row(
            10,
            Nodes.label(Messages.text("center.insights"), "section"),
            count,
            Nodes.spacer(),
            Nodes.label(Messages.text("center.insights.order"), "caption", "muted"),
            Nodes.iconButton(
                "fth-refresh-cw", Messages.text("center.insights.again"), this::lookAgain));
    head.getStyleClass().add("center-header");
    cards.getStyleClass().add("insight-list");
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    // The bar stands in the column's own margin, so that the cards keep their width.
    scroll
        .viewportBoundsProperty()
        .subscribe(
            view -> {
              double bar = Math.max(0, scroll.getWidth() - view.getWidth());
              cards.setPadding(new Insets(0, Math.max(4, 16 - bar), 8, 16));
            });
    setTop(head);
    setCenter(scroll);
    model.shownProperty().subscribe(this::show);
  }

  private void show(Load<InsightsModel.Shown> load) {
    switch (load) {
      case Load.Idle<InsightsModel.Shown> idle -> cards.getChildren().clear();
      case Load.Loading<InsightsModel.Shown>(var old) -> {
        if (old == null) {
          cards.getChildren().setAll(skeleton(), skeleton(), skeleton());
        }
      }
      case Load.Failed<InsightsModel.Shown>(var fault) ->
          cards.getChildren().setAll(ErrorState.retry(fault, model::read));
      case Load.Ready<InsightsModel.Shown>(var shown) -> show(shown);
    }
  }

  private static VBox skeleton() {
    VBox box = new VBox(new Skeleton(9, 12, 240, 120, -1, 90));
    box.getStyleClass().addAll("card", "insight");
    return box;
  }

  private void show(InsightsModel.Shown shown) {
    count.setText(Integer.toString(shown.cards().size()));
    Nodes.visible(count, !shown.cards().isEmpty());
    cards.getChildren().clear();
    for (InsightCard card : shown.cards()) {
      cards
          .getChildren()
          .add(
              new InsightTile(
                  card, context, () -> model.seen(card), reason -> dismiss(card, reason)));
    }
    if (shown.cards().isEmpty()) {
      cards.getChildren().add(shown.looked() ? nothingFound() : neverLooked());
      return;
    }
    cards.getChildren().add(Nodes.wrapped(shown.summary(), "footnote", "muted", "num"));
  }

  private static EmptyState nothingFound() {
    return new EmptyState(
        "fth-sun",
        Messages.text("center.insights.none"),
        Messages.text("center.insights.none.words"));
  }

  private EmptyState neverLooked() {
    return new EmptyState(
        "fth-search",
        Messages.text("center.insights.never"),
        Messages.text("center.insights.never.words"),
        Nodes.button(Messages.text("center.insights.job"), this::lookAgain));
  }

  private void lookAgain() {
    model.lookAgain(Messages.text("center.insights.job"), context.notifier()::failed);
  }

  private void dismiss(InsightCard card, String reason) {
    model.dismiss(card, reason);
    context
        .notifier()
        .undoable(
            Messages.text("center.dismissed", card.finding()),
            Messages.text("center.undo"),
            () -> model.restore(card));
  }
}

package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.control.Tone;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The pair under judgement: the question, both records, their histories, and always in view what a
/// merge does to consent, and the keys.
final class PairPane {
  private final UiContext context;
  private final ReviewModel model;
  private final VerdictBar verdicts;
  private final VBox head = new VBox(4);
  private final VBox cards = new VBox(16);
  private final ScrollPane scroll = new ScrollPane(cards);
  /// Below what scrolls: what a verdict would do to consent is in view before it is given.
  private final StackPane consent = new StackPane();
  private final BorderPane root = new BorderPane();

  PairPane(UiContext context, ReviewModel model, Runnable undoLast) {
    this.context = context;
    this.model = model;
    verdicts = new VerdictBar(model, undoLast);
    head.getStyleClass().add("pair-top");
    cards.getStyleClass().add("pair-cards");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    root.getStyleClass().add("pair-pane");
    root.setTop(head);
    root.setCenter(scroll);
    consent.getStyleClass().add("consent-bar");
    Nodes.visible(consent, false);
    root.setBottom(new VBox(consent, verdicts));
    root.setMinWidth(480);
    model.opened().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  private void show(Load<ReviewPair> load) {
    cards.setOpacity(load instanceof Load.Loading ? 0.6 : 1);
    switch (load) {
      case Load.Failed<ReviewPair>(var fault) -> {
        head.getChildren().clear();
        verdicts.show(null);
        Nodes.visible(consent, false);
        cards
            .getChildren()
            .setAll(ErrorState.retry(fault, () -> model.selected().ifPresent(model::open)));
      }
      case Load.Ready<ReviewPair>(var pair) -> show(pair);
      case Load.Loading<ReviewPair>(var old) -> {
        if (old == null) {
          head.getChildren().setAll(new Skeleton(8, 16, 260, 420));
          cards.getChildren().setAll(new Skeleton(12, 20, -1, -1, -1, -1, -1, -1, -1, -1));
        }
      }
      case Load.Idle<ReviewPair> idle -> {
        head.getChildren().clear();
        cards.getChildren().clear();
        verdicts.show(null);
        Nodes.visible(consent, false);
      }
    }
  }

  private void show(ReviewPair pair) {
    Label title = Nodes.label(Messages.text("identity.question"), "title");
    title.setMinWidth(Label.USE_PREF_SIZE);
    boolean between = pair.category() == 2 || pair.category() == 3;
    Chip category =
        Chip.badge(
            "",
            Messages.text("identity.category", pair.category()),
            between ? Tone.WARN : Tone.MUTED);
    Label figure = Nodes.label(context.formats().score(pair.probability()), "title", "num");
    figure.setMinWidth(Label.USE_PREF_SIZE);
    Label unit = Nodes.label(Messages.text("identity.probability"), "caption", "muted");
    unit.setMinWidth(Label.USE_PREF_SIZE);
    HBox first = Nodes.row(12, title, category, Nodes.spacer(), figure, unit);
    head.getChildren().setAll(first, why(pair));
    cards
        .getChildren()
        .setAll(FieldTable.fields(pair), FieldTable.history(pair, context.navigator()));
    consent.getChildren().setAll(ConsentNote.of(pair));
    Nodes.visible(consent, true);
    scroll.setVvalue(0);
    verdicts.show(pair);
  }

  private Node why(ReviewPair pair) {
    boolean held = pair.probability() >= pair.mergeFrom();
    String reason =
        pair.together()
            ? Messages.text("identity.why.together", pair.left().customerName())
            : model
                .task()
                .map(
                    task ->
                        held
                            ? Messages.text("identity.why.held")
                            : Messages.text("identity.why", Words.sentence(task.reason())))
                .orElse(Messages.text("identity.why.by-hand"));
    Label said = Nodes.label(reason, "muted");
    said.setTooltip(new Tooltip(reason));
    if (pair.together()) {
      Personal.mark(said);
    }
    return said;
  }
}

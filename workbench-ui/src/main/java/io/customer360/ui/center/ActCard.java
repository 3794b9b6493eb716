package io.customer360.ui.center;

import io.customer360.assistant.MoneyFigure;
import io.customer360.assistant.NextAction;
import io.customer360.ui.command.Action;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Navigator;
import io.customer360.ui.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What to do about it: money kept with its interval, cost and net, and one button that names the
/// count. The button only leads to where the proposal is reviewed.
final class ActCard extends VBox {
  static final String REVIEW = "center.review";

  /// @param personal whether the title names a customer
  ActCard(NextAction next, Navigator navigator, boolean personal) {
    super(4);
    getStyleClass().addAll("card", "act-card");
    Region name = Nodes.wrapped(next.title(), "section");
    HBox title =
        Nodes.row(
            8,
            personal ? Personal.mark(name) : name,
            Nodes.spacer(),
            AnswerCard.badge(next.confidence()).titled());
    getChildren().add(title);
    FlowPane figures = new FlowPane(24, 4);
    if (next.kept() != null) {
      figures
          .getChildren()
          .add(figure(next.kept().text(), Messages.text("center.act.kept", next.kept().range())));
    }
    add(figures, next.cost(), "center.act.cost");
    add(figures, next.net(), "center.act.net");
    VBox words = Nodes.column(6, Nodes.wrapped(next.words(), "muted", "num"), figures);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    HBox foot = Nodes.row(16, words);
    foot.setAlignment(Pos.BOTTOM_LEFT);
    Destination destination = Targets.destination(next.target());
    if (navigator.knows(destination)) {
      Button button =
          Nodes.button(next.button(), () -> navigator.go(destination), "accent", "large");
      button.setId("review");
      button.setMinWidth(USE_PREF_SIZE);
      foot.getChildren().add(button);
    }
    getChildren().add(foot);
  }

  private static void add(
      FlowPane figures, @org.jspecify.annotations.Nullable MoneyFigure money, String key) {
    if (money != null) {
      figures.getChildren().add(figure(money.text(), Messages.text(key)));
    }
  }

  private static Node figure(String text, String words) {
    return Nodes.line(
        5, Nodes.label(text, "section", "num"), Nodes.label(words, "caption", "muted", "num"));
  }

  /// Ctrl Enter as the button.
  static Action review(Runnable press) {
    return Action.of(REVIEW, Messages.text("center.action.review"), "fth-check-square", press)
        .on("Shortcut+ENTER");
  }
}

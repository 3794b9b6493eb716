package io.customer360.studio.ui.cohort;

import io.customer360.ui.control.KeyHint;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is chosen in any of the charts, and where it leads: its people, a segment, what is proposed
/// for them.
final class ChosenBar {
  private final UiContext context;
  private final CohortModel model;
  private final HBox bar = Nodes.row(8);

  ChosenBar(UiContext context, CohortModel model) {
    this.context = context;
    this.model = model;
    bar.getStyleClass().add("cluster-bar");
    Nodes.visible(bar, false);
    model.chosen().subscribe(this::chosen);
  }

  Node root() {
    return bar;
  }

  private void chosen(CohortModel.@Nullable Chosen now) {
    Nodes.visible(bar, now != null);
    if (now == null) {
      return;
    }
    VBox words =
        new VBox(
            2, Nodes.label(now.title(), "strong"), Nodes.label(now.fact(), "caption", "muted"));
    Button people = Nodes.button(Messages.text("studio.people"), this::people, "large");
    people.setGraphic(new KeyHint("P"));
    people.setContentDisplay(ContentDisplay.RIGHT);
    Button make = Nodes.button(Messages.text("studio.make"), this::make, "large");
    make.setGraphic(new KeyHint("S"));
    make.setContentDisplay(ContentDisplay.RIGHT);
    bar.getChildren().setAll(words, Nodes.spacer(), people, make);
    if (context.navigator().knows(new Destination.Queue("", List.of()))) {
      Button propose =
          Nodes.button(Messages.text("studio.propose"), this::propose, "accent", "large");
      propose.setGraphic(new KeyHint("D"));
      propose.setContentDisplay(ContentDisplay.RIGHT);
      bar.getChildren().add(propose);
    } else {
      make.getStyleClass().add("accent");
    }
  }

  void people() {
    CohortModel.Chosen now = model.chosen().get();
    if (now != null) {
      model.people(
          ids -> context.navigator().go(new Destination.Customers(now.title(), ids)),
          context.notifier()::failed);
    }
  }

  /// To what is proposed for these people.
  void propose() {
    if (model.chosen().get() != null) {
      model.people(
          ids -> context.navigator().go(new Destination.Queue("", ids)),
          context.notifier()::failed);
    }
  }

  void make() {
    CohortModel.Chosen now = model.chosen().get();
    if (now != null) {
      model.sql(
          sql -> context.navigator().go(new Destination.Segment(now.title(), sql)),
          context.notifier()::failed);
    }
  }
}

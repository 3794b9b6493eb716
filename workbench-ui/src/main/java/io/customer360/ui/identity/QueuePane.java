package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewQueue;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The pairs that wait, the one that teaches most first, and how the session goes.
final class QueuePane {
  private final Formats formats;
  private final ReviewModel model;
  private final Label order = Nodes.label(Messages.text("identity.order"), "caption", "muted");
  private final ListView<ReviewQueue.Task> list = new ListView<>();
  private final Label session = Nodes.label("", "caption", "num");
  private final Label inForce = Nodes.label("", "caption", "num");
  private final BorderPane root = new BorderPane();
  private boolean following;

  QueuePane(Formats formats, ReviewModel model) {
    this.formats = formats;
    this.model = model;
    PaneHeader header = new PaneHeader(Messages.text("identity.waiting"));
    order.setTooltip(new Tooltip(order.getText()));
    header.right(order);
    list.setFixedCellSize(64);
    list.setCellFactory(view -> new Cell());
    list.getStyleClass().add("queue");
    Nodes.named(list, AccessibleRole.LIST_VIEW, Messages.text("identity.queue"));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            task -> {
              if (task != null && !following) {
                model.open(ReviewModel.Key.of(task));
              }
            });
    VBox foot =
        new VBox(
            2,
            Nodes.row(
                8,
                Nodes.label(Messages.text("identity.session"), "caption", "muted"),
                Nodes.spacer(),
                session),
            Nodes.row(
                8,
                Nodes.label(Messages.text("identity.in-force"), "caption", "muted"),
                Nodes.spacer(),
                inForce));
    foot.getStyleClass().add("queue-foot");
    root.getStyleClass().add("pane");
    root.setTop(header);
    root.setCenter(list);
    root.setBottom(foot);
    root.setMinWidth(220);
    model.queue().subscribe(load -> show());
    model.opened().subscribe(load -> follow());
  }

  Node root() {
    return root;
  }

  ListView<ReviewQueue.Task> list() {
    return list;
  }

  private void show() {
    following = true;
    List<ReviewQueue.Task> tasks = model.tasks();
    if (!tasks.equals(list.getItems())) {
      list.getItems().setAll(tasks);
    }
    following = false;
    ReviewQueue now = model.queue().get().value();
    inForce.setText(now == null ? "" : formats.count(now.judged()));
    int judged = model.judgedHere();
    double speed = model.perMinute();
    session.setText(
        speed > 0
            ? Messages.text(
                "identity.session.speed", formats.count(judged), formats.number(speed, 0))
            : Messages.text("identity.session.pairs", judged));
    follow();
  }

  private void follow() {
    following = true;
    ReviewModel.Key selected = model.selected().orElse(null);
    int at = -1;
    for (int i = 0; i < list.getItems().size() && at < 0; i++) {
      at = ReviewModel.Key.of(list.getItems().get(i)).equals(selected) ? i : -1;
    }
    if (at < 0) {
      list.getSelectionModel().clearSelection();
    } else if (list.getSelectionModel().getSelectedIndex() != at) {
      list.getSelectionModel().clearAndSelect(at);
      list.getFocusModel().focus(at);
      list.scrollTo(Math.max(0, at - 4));
    }
    following = false;
  }

  private final class Cell extends ListCell<ReviewQueue.Task> {
    Cell() {
      // As wide as the list and no wider: long words are cut, the probability never is.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(ReviewQueue.@Nullable Task task, boolean empty) {
      super.updateItem(task, empty);
      setText(null);
      if (task == null || empty) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      Label left = Personal.mark(Nodes.label(task.leftName(), "medium"));
      Label right = Personal.mark(Nodes.label(task.rightName(), "caption", "muted"));
      left.setMinWidth(0);
      right.setMinWidth(0);
      Label figure = Nodes.label(formats.score(task.probability()), "strong", "num");
      figure.setMinWidth(Label.USE_PREF_SIZE);
      Label reason = Nodes.label(task.reason(), "caption", "muted");
      reason.setMinWidth(0);
      reason.setTooltip(new Tooltip(task.reason()));
      VBox words = new VBox(Nodes.row(4, left, Nodes.spacer(), figure), right, reason);
      setGraphic(words);
      setAccessibleText(
          Messages.text(
              "identity.queue.row",
              task.leftName(),
              task.rightName(),
              formats.score(task.probability()),
              task.reason()));
    }
  }
}

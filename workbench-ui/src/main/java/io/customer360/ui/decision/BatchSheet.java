package io.customer360.ui.decision;

import io.customer360.decision.ApprovalResult;
import io.customer360.decision.BatchApproval;
import io.customer360.decision.ProposalSummary;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.Stat;
import io.customer360.ui.shell.Sheet;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Before many are approved: how many, how much, which are unlike the rest, and a random sample of
/// those that look alike. A row opens its decision.
final class BatchSheet {
  private static final int OUTLIERS = 8;
  private static final int REFUSED = 4;

  private final UiContext context;
  private final Formats formats;
  private final DecisionsModel model;
  private final VBox card = new VBox(14);
  private final Sheet sheet = new Sheet(card);
  private int round;

  BatchSheet(UiContext context, DecisionsModel model) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    card.getStyleClass().add("batch-card");
    card.setMaxSize(720, Region.USE_PREF_SIZE);
    Nodes.named(card, AccessibleRole.DIALOG, Messages.text("decision.batch.title"));
  }

  /// Opens over the window once the batch is looked at.
  void show(Scene scene) {
    model
        .batch()
        .prepare(
            model.queue(),
            round,
            batch -> {
              fill(batch);
              sheet.show(scene);
              card.lookupAll(".button.accent").stream().findFirst().ifPresent(Node::requestFocus);
            },
            context.notifier()::failed);
  }

  private void close() {
    sheet.hide();
  }

  private void fill(Batch batch) {
    int count = batch.approvable().size();
    HBox stats =
        Nodes.row(
            40,
            new Stat(Messages.text("decision.batch.count"), formats.count(count)),
            new Stat(Messages.text("decision.batch.customers"), formats.count(batch.customers())),
            new Stat(Messages.text("decision.batch.at-risk"), formats.money(batch.valueAtRisk())));
    VBox lists = new VBox(14);
    lists.getChildren().add(outliers(batch));
    if (!batch.sample().isEmpty()) {
      lists.getChildren().add(sample(batch));
    }
    if (!batch.refused().isEmpty()) {
      lists.getChildren().add(refused(batch));
    }
    ScrollPane scroll = new ScrollPane(lists);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(460);
    Button approve =
        Nodes.button(
            Messages.text("decision.batch.approve", count),
            () -> approve(batch),
            "accent",
            "large");
    approve.setDisable(count == 0);
    card.getChildren()
        .setAll(
            Nodes.label(Messages.text("decision.batch.title"), "title"),
            Nodes.wrapped(Messages.text("decision.batch.words"), "muted"),
            stats,
            scroll,
            Nodes.row(
                8,
                Nodes.label(Messages.text("decision.again"), "caption", "muted"),
                Nodes.spacer(),
                Nodes.button(Messages.text("decision.batch.cancel"), this::close, "large"),
                approve));
  }

  private Node outliers(Batch batch) {
    VBox box = list(Messages.text("decision.batch.outliers"), batch.outliers().size());
    if (batch.outliers().isEmpty()) {
      box.getChildren().add(Nodes.label(Messages.text("decision.batch.alike"), "muted"));
    }
    batch.outliers().entrySet().stream()
        .limit(OUTLIERS)
        .forEach(
            entry ->
                box.getChildren()
                    .add(
                        row(
                            entry.getKey(),
                            entry.getValue().stream()
                                .map(BatchSheet::words)
                                .collect(Collectors.joining(", ")))));
    int more = batch.outliers().size() - OUTLIERS;
    if (more > 0) {
      box.getChildren()
          .add(
              Nodes.label(
                  Messages.text("decision.batch.more", formats.count(more)), "caption", "muted"));
    }
    return box;
  }

  private static String words(Batch.Oddity oddity) {
    return Messages.text("decision.batch.odd." + oddity.name().toLowerCase(Locale.ROOT));
  }

  private Node sample(Batch batch) {
    VBox box = list(Messages.text("decision.batch.sample"), batch.sample().size());
    if (box.getChildren().getFirst() instanceof HBox head) {
      head.getChildren()
          .addAll(
              Nodes.spacer(),
              Nodes.link(
                  Messages.text("decision.batch.another"),
                  () -> {
                    round++;
                    show(card.getScene());
                  }));
    }
    batch.sample().forEach(row -> box.getChildren().add(row(row, "")));
    return box;
  }

  private Node refused(Batch batch) {
    VBox box = list(Messages.text("decision.batch.refused"), batch.refused().size());
    batch.refused().entrySet().stream()
        .limit(REFUSED)
        .forEach(entry -> box.getChildren().add(row(entry.getKey(), entry.getValue())));
    int more = batch.refused().size() - REFUSED;
    if (more > 0) {
      box.getChildren()
          .add(
              Nodes.label(
                  Messages.text("decision.batch.more", formats.count(more)), "caption", "muted"));
    }
    return box;
  }

  private VBox list(String title, int count) {
    VBox box = new VBox(2);
    HBox head =
        Nodes.row(
            8, Nodes.label(title, "strong"), Nodes.label(formats.count(count), "muted", "num"));
    box.getChildren().add(head);
    return box;
  }

  private Node row(ProposalSummary summary, String why) {
    Label name = Nodes.label(summary.title(), "medium");
    if (summary.members() == 1) {
      Personal.mark(name);
    }
    name.setMinWidth(150);
    name.setPrefWidth(150);
    Label action = Nodes.label(summary.subtitle());
    action.setMinWidth(0);
    Label reason = Nodes.label(why, "caption", "warning");
    Label sure = Nodes.label(formats.score(summary.confidence()), "caption", "muted", "num");
    Label money = Nodes.label(summary.valueAtRiskText(), "num", "strong");
    money.setMinWidth(56);
    money.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    HBox line =
        Nodes.row(
            10,
            Icons.small(QueuePane.icon(summary.channel(), summary.kind())),
            name,
            action,
            Nodes.spacer(),
            reason,
            sure,
            money);
    Button button = new Button();
    button.setGraphic(line);
    line.prefWidthProperty().bind(button.widthProperty().subtract(14));
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().addAll("flat", "batch-row");
    Nodes.named(
        button,
        AccessibleRole.BUTTON,
        String.join(", ", summary.title(), summary.subtitle(), summary.valueAtRiskText(), why));
    button.setOnAction(
        event -> {
          close();
          model.open(summary.decisionId());
        });
    return button;
  }

  private void approve(Batch batch) {
    close();
    model
        .batch()
        .approve(
            batch,
            result -> {
              model.reload();
              context.refresh().run();
              List<String> ids =
                  result.approved().stream().map(ApprovalResult::decisionId).toList();
              context
                  .notifier()
                  .undoable(words(result), Messages.text("decision.undo"), () -> undo(ids));
            },
            context.notifier()::failed);
  }

  private String words(BatchApproval result) {
    String approved =
        Messages.text("decision.batch.approved", formats.count(result.approved().size()));
    return result.refused().isEmpty()
        ? approved
        : approved
            + " "
            + Messages.text(
                "decision.batch.refused.after",
                formats.count(result.refused().size()),
                result.refused().values().iterator().next());
  }

  private void undo(List<String> ids) {
    model
        .batch()
        .undo(
            ids,
            undone -> {
              model.reload();
              context.refresh().run();
              context
                  .notifier()
                  .done(Messages.text("decision.batch.undone", formats.count(undone)));
            },
            context.notifier()::failed);
  }
}

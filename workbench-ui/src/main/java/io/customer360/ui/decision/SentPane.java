package io.customer360.ui.decision;

import io.customer360.decision.DeliveryRow;
import io.customer360.outbox.ActionState;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.Stat;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/// What was sent, and its replies.
final class SentPane {
  private static final List<ActionState> STATES =
      List.of(
          ActionState.QUEUED,
          ActionState.SENT,
          ActionState.CONFIRMED,
          ActionState.BOUNCED,
          ActionState.FAILED,
          ActionState.UNKNOWN);

  private final UiContext context;
  private final Formats formats;
  private final DecisionsModel model;
  private final Map<ActionState, Stat> stats = new EnumMap<>(ActionState.class);
  private final DataTable<DeliveryRow> table;
  private final Button deliver;
  private final BorderPane root = new BorderPane();

  SentPane(UiContext context, DecisionsModel model) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    HBox figures = Nodes.row(32);
    for (ActionState state : STATES) {
      Stat stat = new Stat(words(state));
      stats.put(state, stat);
      figures.getChildren().add(stat);
    }
    deliver =
        Nodes.button(
            Messages.text("decision.deliver"), "fth-send", this::deliver, "accent", "large");
    HBox head = Nodes.row(16, figures, Nodes.spacer(), deliver);
    head.getStyleClass().add("sent-head");
    table = new DataTable<>("sent", Messages.text("decision.sent"), context.memory());
    table.text(
        "customer",
        Messages.text("decision.column.customer"),
        170,
        DeliveryRow::customerName,
        "strong",
        Personal.CLASS);
    table.text("action", Messages.text("decision.column.action"), 200, DeliveryRow::actionName);
    table.text(
        "channel", Messages.text("decision.column.channel"), 80, r -> Ways.channel(r.channel()));
    table.text("state", Messages.text("decision.column.state"), 100, r -> words(r.state()));
    table.text("target", Messages.text("decision.column.target"), 90, r -> Ways.target(r.target()));
    table.figure(
        "attempts",
        Messages.text("decision.column.attempts"),
        80,
        r -> formats.count(r.attempts()),
        DeliveryRow::attempts);
    table.text("reply", Messages.text("decision.column.reply"), 260, SentPane::reply, "mono");
    table.text("when", Messages.text("decision.column.when"), 120, this::when);
    table.empty(Messages.text("decision.sent.none"));
    table.onOpen(
        row -> {
          Destination there = new Destination.Customer(row.customerId());
          if (context.navigator().knows(there)) {
            context.navigator().go(there);
          }
        });
    root.getStyleClass().add("pane");
    root.setTop(head);
    root.setCenter(table);
    model.contents().subscribe(load -> Optional.ofNullable(load.value()).ifPresent(this::show));
  }

  Node root() {
    return root;
  }

  private static String words(ActionState state) {
    return Messages.text("decision.state." + state.name().toLowerCase(Locale.ROOT));
  }

  private static String reply(DeliveryRow row) {
    String status =
        row.replyStatus() == null || row.replyStatus() == 0 ? "" : row.replyStatus() + " ";
    return status + (row.reply() == null ? "" : row.reply());
  }

  private String when(DeliveryRow row) {
    return row.sentAt() != null
        ? formats.dateTime(row.sentAt())
        : Messages.text("decision.due", formats.dateTime(row.nextAttemptAt()));
  }

  private void show(DecisionsModel.Contents now) {
    stats.forEach((state, stat) -> stat.value(formats.count(now.counts().of(state))));
    table.items(now.sent());
    Nodes.visible(deliver, now.counts().of(ActionState.QUEUED) > 0);
  }

  private void deliver() {
    model.deliver(
        result ->
            context
                .notifier()
                .done(
                    Messages.text(
                        "decision.delivered",
                        formats.count(result.sent()),
                        formats.count(result.bounced()),
                        formats.count(result.later()),
                        formats.count(result.failed()))),
        context.notifier()::failed);
  }
}

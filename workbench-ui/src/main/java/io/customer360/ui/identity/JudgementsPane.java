package io.customer360.ui.identity;

import io.customer360.identity.steward.Judgement;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/// Everything people decided about identities, newest first, each of which can be taken back.
final class JudgementsPane {
  private final UiContext context;
  private final Formats formats;
  private final JudgementsModel model;
  private final Runnable changed;
  private final DataTable<Judgement> table;
  private final StackPane root = new StackPane();

  /// @param open shows a pair
  /// @param changed told when something was taken back
  JudgementsPane(
      UiContext context, JudgementsModel model, Consumer<ReviewModel.Key> open, Runnable changed) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    this.changed = changed;
    table =
        new DataTable<>(
            "identity.judgements", Messages.text("identity.judgements"), context.memory());
    table.figure(
        "number",
        Messages.text("identity.column.number"),
        60,
        row -> formats.count(row.number()),
        Judgement::number);
    table.figure(
        "when",
        Messages.text("identity.column.when"),
        120,
        row -> formats.dateTime(row.decidedAt()),
        row -> row.decidedAt().getEpochSecond());
    table.text("kind", Messages.text("identity.column.kind"), 90, row -> Words.kind(row.kind()));
    table.text("verdict", Messages.text("identity.column.verdict"), 110, this::verdict);
    table.text("records", Messages.text("identity.column.records"), 320, this::records, "mono");
    table.text("by", Messages.text("identity.column.by"), 80, Judgement::person);
    table.text("reason", Messages.text("identity.column.reason"), 220, Judgement::reason);
    table.text("state", Messages.text("identity.column.state"), 160, this::state, "muted");
    table.graphic("undo", "", 100, this::undo, row -> "");
    table.onOpen(
        row -> {
          if (!row.pairs().isEmpty()) {
            Judgement.Pair pair = row.pairs().getFirst();
            open.accept(new ReviewModel.Key(pair.left(), pair.right()));
          }
        });
    root.getStyleClass().add("pane");
    model.judgements().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  private void show(Load<List<Judgement>> load) {
    List<Judgement> rows = load.value();
    if (load instanceof Load.Failed<List<Judgement>>(var fault)) {
      root.getChildren().setAll(ErrorState.retry(fault, model::readJudgements));
    } else if (rows == null) {
      root.getChildren().setAll(new Skeleton(10, 18, -1, -1, -1, -1, -1, -1));
    } else if (rows.isEmpty()) {
      root.getChildren()
          .setAll(
              new EmptyState(
                  "fth-check-square",
                  Messages.text("identity.judgements.empty"),
                  Messages.text("identity.judgements.empty.words")));
    } else {
      table.items(rows);
      root.getChildren().setAll(table);
    }
  }

  private String verdict(Judgement row) {
    return row.pairs().isEmpty() ? "" : Words.verdict(row.pairs().getFirst().verdict());
  }

  private String records(Judgement row) {
    if (row.pairs().isEmpty()) {
      return "";
    }
    Judgement.Pair first = row.pairs().getFirst();
    String pair = first.left() + " · " + first.right();
    int more = row.pairs().size() - 1;
    return more == 0 ? pair : pair + " " + Messages.text("identity.pairs.more", more);
  }

  private String state(Judgement row) {
    Instant undone = row.undoneAt();
    return undone == null
        ? Messages.text("identity.state.in-force")
        : Messages.text("identity.state.undone", formats.dateTime(undone));
  }

  private Node undo(Judgement row) {
    Button button =
        Nodes.button(
            Messages.text("identity.undo"),
            () ->
                model.undo(
                    row.number(),
                    done -> {
                      context
                          .notifier()
                          .done(Messages.text("identity.undone", formats.count(row.number())));
                      changed.run();
                    },
                    context.notifier()::failed),
            "flat",
            "small");
    button.setAccessibleText(Messages.text("identity.undo.number", formats.count(row.number())));
    button.setVisible(row.inForce());
    return button;
  }
}

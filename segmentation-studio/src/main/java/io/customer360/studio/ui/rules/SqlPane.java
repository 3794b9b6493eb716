package io.customer360.studio.ui.rules;

import io.customer360.studio.sql.ParsedRule;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.SqlView;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The tree as SQL. Editing it changes the tree with every keystroke that is SQL; what cannot be
/// shown as a rule stays SQL and says why.
final class SqlPane {
  private static final Pattern PLACE = Pattern.compile("Line (\\d+), column (\\d+)");

  private final UiContext context;
  private final DraftModel model;
  private final SqlView view = new SqlView("");
  private final TextArea area = new TextArea();
  private final Label state = Nodes.label("", "caption");
  private final Label fault = Nodes.wrapped("", "caption", "danger");
  private final StackPane body = new StackPane(view);
  private final BorderPane root = new BorderPane(body);
  private final Button edit;
  private final Runnable leave;
  private boolean editing;
  private boolean loading;

  /// @param leave gives the focus back to the tree
  SqlPane(UiContext context, DraftModel model, Runnable leave) {
    this.context = context;
    this.model = model;
    this.leave = leave;
    edit = Nodes.iconButton("fth-edit-2", Messages.text("studio.sql.edit"), this::toggle);
    PaneHeader header = new PaneHeader(Messages.text("studio.sql"));
    header.besideTitle(state);
    Button stop =
        Nodes.iconButton("fth-x-circle", Messages.text("studio.sql.stop"), model::stopCount);
    Nodes.visible(stop, false);
    PauseTransition slow = new PauseTransition(Duration.seconds(1));
    slow.setOnFinished(event -> Nodes.visible(stop, true));
    model
        .counted()
        .subscribe(
            load -> {
              if (load instanceof Load.Loading<?>) {
                slow.playFromStart();
              } else {
                slow.stop();
                Nodes.visible(stop, false);
              }
            });
    header.right(
        stop, edit, Nodes.iconButton("fth-copy", Messages.text("studio.sql.copy"), this::copy));
    root.getStyleClass().add("sql-twin");
    root.setTop(header);
    fault.getStyleClass().add("sql-fault");
    fault.setOnMouseClicked(event -> goToFault());
    Nodes.visible(fault, false);
    root.setBottom(fault);
    area.getStyleClass().add("mono");
    area.setWrapText(true);
    area.setAccessibleText(Messages.text("studio.sql"));
    area.textProperty()
        .addListener(
            (o, before, now) -> {
              if (!loading) {
                model.sql(now);
              }
            });
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            toggle();
            event.consume();
          }
        });
    model.counted().subscribe(load -> show());
    model.parsed().subscribe(load -> show());
  }

  Node root() {
    return root;
  }

  /// Turns editing on or off; off, the SQL is that of the tree again.
  void toggle() {
    editing = !editing;
    if (editing) {
      DraftModel.Counted now = model.counted().get().value();
      loading = true;
      area.setText(now == null ? "" : now.sql());
      loading = false;
      body.getChildren().setAll(area);
      area.requestFocus();
    } else {
      model.stopSql();
      body.getChildren().setAll(view);
      leave.run();
    }
    edit.setGraphic(Icons.small(editing ? "fth-check" : "fth-edit-2"));
    edit.setAccessibleText(Messages.text(editing ? "studio.sql.done" : "studio.sql.edit"));
    show();
  }

  /// Puts the caret where the text stops being SQL.
  private void goToFault() {
    Matcher place = PLACE.matcher(fault.getText());
    if (!place.find()) {
      return;
    }
    String[] lines = area.getText().split("\n", -1);
    int line = Math.clamp(Integer.parseInt(place.group(1)), 1, lines.length);
    int at = 0;
    for (int i = 0; i < line - 1; i++) {
      at += lines[i].length() + 1;
    }
    int column = Math.clamp(Integer.parseInt(place.group(2)) - 1, 0, lines[line - 1].length());
    area.requestFocus();
    area.selectRange(at + column, at + lines[line - 1].length());
  }

  private void show() {
    DraftModel.Counted now = model.counted().get().value();
    if (!editing && now != null) {
      view.text(now.sql());
    }
    String wrong =
        editing && model.parsed().get() instanceof Load.Failed<ParsedRule>(var why)
            ? why.plain()
            : "";
    fault.setText(wrong);
    Nodes.visible(fault, !wrong.isEmpty());
    ParsedRule parsed = model.parsed().get().value();
    int kept = editing && parsed != null ? parsed.unshown().size() : 0;
    state.getStyleClass().removeAll("success", "warning", "danger");
    if (!wrong.isEmpty() || now == null) {
      state.setText("");
      state.setGraphic(null);
    } else if (kept > 0) {
      state.setText(Messages.text("studio.sql.kept", context.formats().count(kept)));
      state.setGraphic(Icons.of("fth-alert-triangle", 13, "warning"));
      state.getStyleClass().add("warning");
    } else {
      state.setText(
          Messages.text("studio.sql.same", context.formats().count(now.count().customers())));
      state.setGraphic(Icons.of("fth-check", 13, "success"));
      state.getStyleClass().add("success");
    }
    state.setOpacity(model.counted().get() instanceof Load.Loading<?> ? 0.6 : 1);
  }

  private void copy() {
    DraftModel.Counted now = model.counted().get().value();
    if (now != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(now.sql());
      Clipboard.getSystemClipboard().setContent(content);
      context.notifier().done(Messages.text("studio.sql.copied"));
    }
  }
}

package io.customer360.ui.control;

import io.customer360.ui.job.Fault;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A failure in the place of what should be there: what happened and what was not changed, the way
/// on (the first button is the safe one), the code for support.
public final class ErrorState extends VBox {
  public ErrorState(String title, Fault fault, Button... buttons) {
    super(10);
    getStyleClass().add("error-state");
    VBox words = Nodes.column(4, Nodes.wrapped(title, "strong"));
    if (!fault.plain().equals(title)) {
      words.getChildren().add(Nodes.wrapped(fault.plain()));
    }
    if (buttons.length > 0) {
      HBox row = Nodes.row(8, buttons);
      VBox.setMargin(row, new javafx.geometry.Insets(8, 0, 0, 0));
      words.getChildren().add(row);
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox box = new HBox(12, Icons.of("fth-x-circle", 16, "danger"), words);
    box.setAlignment(Pos.TOP_LEFT);
    box.getStyleClass().add("error-box");
    HBox foot =
        Nodes.row(
            8,
            Nodes.label(Messages.text("control.error.code"), "caption", "muted"),
            Nodes.label(fault.code(), "mono"),
            Nodes.label(Messages.text("control.error.log"), "caption", "muted"),
            Nodes.spacer(),
            Nodes.link(Messages.text("control.error.copy"), () -> copy(title, fault)));
    getChildren().addAll(box, foot);
    Nodes.named(this, AccessibleRole.TEXT, title + " " + fault.plain());
  }

  /// With a Retry button only.
  public static ErrorState retry(Fault fault, Runnable again) {
    return new ErrorState(
        fault.plain(),
        fault,
        Nodes.button(Messages.text("control.error.retry"), "fth-refresh-cw", again));
  }

  private static void copy(String title, Fault fault) {
    ClipboardContent content = new ClipboardContent();
    content.putString(fault.code() + "\n" + title + "\n" + fault.plain());
    Clipboard.getSystemClipboard().setContent(content);
  }
}

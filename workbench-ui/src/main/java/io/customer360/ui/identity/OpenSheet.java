package io.customer360.ui.identity;

import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Messages;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// Asks for any two records by their ids, merged or not.
final class OpenSheet {
  private final Sheet sheet = new Sheet(Messages.text("identity.open.title"), 520);
  private final TextField left = new TextField();
  private final TextField right = new TextField();
  private final ReviewModel model;

  OpenSheet(ReviewModel model) {
    this.model = model;
    left.setPromptText(Messages.text("identity.open.left"));
    right.setPromptText(Messages.text("identity.open.right"));
    left.getStyleClass().add("first-focus");
    Button compare =
        Nodes.button(Messages.text("identity.open.button"), this::compare, "accent", "large");
    compare
        .disableProperty()
        .bind(left.textProperty().isEmpty().or(right.textProperty().isEmpty()));
    left.setOnAction(event -> right.requestFocus());
    right.setOnAction(event -> compare());
    sheet
        .card()
        .getChildren()
        .setAll(
            Nodes.label(Messages.text("identity.open.title"), "title"),
            Nodes.wrapped(Messages.text("identity.open.words"), "muted"),
            left,
            right,
            Nodes.row(
                8,
                Nodes.spacer(),
                Nodes.button(Messages.text("identity.cancel"), sheet::close, "large"),
                compare));
  }

  void show(@Nullable Scene scene) {
    sheet.show(scene);
  }

  private void compare() {
    String one = left.getText().strip();
    String other = right.getText().strip();
    if (!one.isEmpty() && !other.isEmpty()) {
      sheet.close();
      model.open(new ReviewModel.Key(one, other));
    }
  }
}

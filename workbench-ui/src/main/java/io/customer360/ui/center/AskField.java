package io.customer360.ui.center;

import io.customer360.ui.control.KeyHint;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The field of 40: words in, Enter asks, Up brings the last question back, Esc stops.
final class AskField extends HBox {
  private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("inside-focused");

  private final TextField field = new TextField();
  private final Label time = Nodes.label("", "caption", "muted", "num");

  AskField(CenterModel model) {
    super(10);
    getStyleClass().add("ask-field");
    field.setPromptText(Messages.text("center.ask.prompt"));
    field.setAccessibleText(Messages.text("center.ask.prompt"));
    field.getStyleClass().add("ask-text");
    field.setId("ask");
    field.textProperty().bindBidirectional(model.questionProperty());
    HBox.setHgrow(field, Priority.ALWAYS);
    getChildren().addAll(Icons.of("fth-message-square", 16), field, time, new KeyHint("Enter"));
    field.setOnAction(event -> model.ask());
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          switch (event.getCode()) {
            case UP -> {
              model.recall();
              field.end();
              event.consume();
            }
            case ESCAPE -> {
              if (model.cancel()) {
                event.consume();
              }
            }
            default -> {
              // everything else is typing
            }
          }
        });
    field.focusedProperty().subscribe(now -> pseudoClassStateChanged(FOCUSED, now));
    setOnMousePressed(event -> field.requestFocus());
  }

  void time(String text) {
    time.setText(text);
  }

  /// Whether the question names a customer.
  void personal(boolean on) {
    field.getStyleClass().remove(Personal.CLASS);
    if (on) {
      Personal.mark(field);
    }
  }

  void focusField() {
    field.requestFocus();
    field.selectAll();
  }

  void focusAtEnd() {
    field.requestFocus();
    field.end();
  }
}

package io.customer360.studio.ui.rules;

import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Messages;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// A small sheet with a field whose text takes effect while it is typed. Enter and Esc close it; a
/// text that cannot be taken keeps it open and is told what is wrong.
final class NumberField {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private NumberField() {}

  /// @param name what is asked for
  /// @param unit behind the field; blank for none
  /// @param hint below it; blank for none
  /// @param take uses the text and says what is wrong with it; blank when nothing is
  static void show(
      Node below,
      String name,
      String unit,
      String text,
      String hint,
      Function<String, String> take) {
    if (below.getScene() == null) {
      return;
    }
    TextField field = new TextField(text);
    field.setAccessibleText(name);
    field.setPrefColumnCount(9);
    HBox line = Nodes.row(8, Nodes.label(name, "muted"), field, Nodes.label(unit, "muted"));
    VBox box = new VBox(6, line);
    if (!hint.isEmpty()) {
      box.getChildren().add(Nodes.label(hint, "caption", "muted"));
    }
    Label wrong = Nodes.label("", "caption", "danger");
    Nodes.visible(wrong, false);
    box.getChildren().add(wrong);
    box.getStyleClass().add("pick-list");
    Popup popup = new Popup();
    popup.getContent().add(box);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    field
        .textProperty()
        .addListener(
            (o, before, now) -> {
              String complaint = take.apply(now.strip());
              field.pseudoClassStateChanged(WRONG, !complaint.isEmpty());
              wrong.setText(complaint);
              Nodes.visible(wrong, !complaint.isEmpty());
            });
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            if (wrong.getText().isEmpty()) {
              popup.hide();
            }
            event.consume();
          }
        });
    Bounds at = below.localToScreen(below.getBoundsInLocal());
    popup.show(below.getScene().getWindow(), at.getMinX() - 6, at.getMaxY() + 4);
    field.requestFocus();
    field.selectAll();
  }

  /// A finite decimal number as people type it: `1,200.50`. A comma elsewhere than between
  /// thousands is not guessed at: `1,5` is no number.
  static java.util.Optional<java.math.BigDecimal> read(String text) {
    String plain = text.replace("\u2212", "-").strip();
    return plain.matches("-?(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,9})?")
        ? java.util.Optional.of(new java.math.BigDecimal(plain.replace(",", "")))
        : java.util.Optional.empty();
  }

  /// Uses a whole number of days, 1 to `most`, and says what is wrong with another text.
  static String days(String text, int most, java.util.function.IntConsumer take) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) <= most) {
      take.accept(Integer.parseInt(text));
      return "";
    }
    return Messages.text("studio.days.wrong", Integer.toString(most));
  }

  static String daysUnit() {
    return Messages.text("studio.unit.days");
  }
}

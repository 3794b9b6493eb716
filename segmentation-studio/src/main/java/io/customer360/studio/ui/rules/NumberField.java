package io.customer360.studio.ui.rules;

import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Messages;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// A small sheet with a field whose text takes effect while it is typed. Enter and Esc close it.
final class NumberField {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private NumberField() {}

  /// @param name what is asked for
  /// @param unit behind the field; blank for none
  /// @param hint below it; blank for none
  /// @param take uses the text and says whether it could
  static void show(
      Node below, String name, String unit, String text, String hint, Predicate<String> take) {
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
    box.getStyleClass().add("pick-list");
    Popup popup = new Popup();
    popup.getContent().add(box);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    field
        .textProperty()
        .addListener(
            (o, before, now) -> field.pseudoClassStateChanged(WRONG, !take.test(now.strip())));
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            popup.hide();
            event.consume();
          }
        });
    Bounds at = below.localToScreen(below.getBoundsInLocal());
    popup.show(below.getScene().getWindow(), at.getMinX() - 6, at.getMaxY() + 4);
    field.requestFocus();
    field.selectAll();
  }

  /// A finite decimal number as people type it: `1,200.50`.
  static java.util.Optional<java.math.BigDecimal> read(String text) {
    String plain = text.replace(",", "").replace("\u2212", "-").strip();
    return plain.matches("-?\\d{1,15}(\\.\\d{1,9})?")
        ? java.util.Optional.of(new java.math.BigDecimal(plain))
        : java.util.Optional.empty();
  }

  /// A whole number of days.
  static java.util.Optional<Integer> days(String text) {
    return text.matches("\\d{1,5}") && Integer.parseInt(text) > 0
        ? java.util.Optional.of(Integer.parseInt(text))
        : java.util.Optional.empty();
  }

  static String daysUnit() {
    return Messages.text("studio.unit.days");
  }
}

package io.customer360.ui.control;

import io.customer360.ui.theme.Icons;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// A 24-px pill. Plain ones only tell; editable ones carry a chevron and open their choices; on/off
/// ones filter. Dashed is off, accent is on.
public final class Chip extends Button {
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

  /// One thing a chip can be changed to.
  ///
  /// @param value what is given back
  /// @param words what is read
  public record Choice(String value, String words) {}

  private Chip(String accessible) {
    getStyleClass().add("chip");
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText(accessible);
  }

  /// Tells only: not reachable by keys.
  public static Chip plain(String label, String words) {
    Chip chip = new Chip(label + " " + words);
    chip.getStyleClass().add("plain");
    chip.setFocusTraversable(false);
    chip.setGraphic(content(label, words));
    return chip;
  }

  /// Opens its choices by click, Enter or Space.
  public static Chip editable(
      String label, String words, String value, List<Choice> choices, Consumer<String> choose) {
    Chip chip = new Chip(label + " " + words);
    chip.getStyleClass().add("editable");
    HBox content = content(label, words);
    content.getChildren().add(Icons.of("fth-chevron-down", 13));
    chip.setGraphic(content);
    ContextMenu menu = new ContextMenu();
    ToggleGroup group = new ToggleGroup();
    for (Choice choice : choices) {
      RadioMenuItem item = new RadioMenuItem(choice.words());
      item.setToggleGroup(group);
      item.setSelected(choice.value().equals(value));
      item.setOnAction(
          event -> {
            if (!choice.value().equals(value)) {
              choose.accept(choice.value());
            }
          });
      menu.getItems().add(item);
    }
    chip.setOnAction(event -> menu.show(chip, Side.BOTTOM, 0, 4));
    return chip;
  }

  /// A filter: pressed shows what it stands for.
  public static Chip filter(String icon, String words, Runnable pressed) {
    Chip chip = new Chip(words);
    chip.setText(words);
    if (!icon.isEmpty()) {
      chip.setGraphic(Icons.of(icon, 13));
    }
    chip.setOnAction(event -> pressed.run());
    return chip;
  }

  /// A small badge with an icon: `At risk`, `Gold`. Not reachable by keys.
  public static Chip badge(String icon, String words, Tone tone) {
    Chip chip = new Chip(words);
    chip.getStyleClass().addAll("plain", "badge");
    if (!tone.styleClass().isEmpty()) {
      chip.getStyleClass().add("badge-" + tone.styleClass());
    }
    chip.setText(words);
    if (!icon.isEmpty()) {
      chip.setGraphic(Icons.of(icon, 12));
    }
    chip.setFocusTraversable(false);
    return chip;
  }

  public Chip on(boolean on) {
    pseudoClassStateChanged(ON, on);
    setAccessibleRoleDescription(on ? "on" : "");
    return this;
  }

  public Chip off(boolean off) {
    pseudoClassStateChanged(OFF, off);
    return this;
  }

  private static HBox content(String label, String words) {
    HBox content = Nodes.row(5);
    if (!label.isEmpty()) {
      content.getChildren().add(Nodes.label(label, "caption", "muted", "regular"));
    }
    Label strong = Nodes.label(words, "caption", "medium");
    content.getChildren().add(strong);
    return content;
  }
}

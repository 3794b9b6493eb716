package io.customer360.ui.control;

import io.customer360.ui.theme.Icons;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Nothing to show, and what to do about it: an icon, one heading, a sentence, at most two buttons,
/// a footnote. Stands in the middle of its place, its text left-aligned.
public final class EmptyState extends StackPane {
  private final VBox box = new VBox(8);

  public EmptyState(String icon, String title, String words, Button... buttons) {
    getStyleClass().add("empty-state");
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getChildren().addAll(Icons.of(icon, 20), Nodes.label(title, "section"));
    if (!words.isEmpty()) {
      Region sentence = Nodes.wrapped(words, "muted");
      sentence.setMaxWidth(420);
      box.getChildren().add(sentence);
    }
    if (buttons.length > 0) {
      HBox row = Nodes.row(8, buttons);
      VBox.setMargin(row, new Insets(4, 0, 0, 0));
      box.getChildren().add(row);
    }
    Nodes.named(box, AccessibleRole.TEXT, title + ". " + words);
    getChildren().add(box);
    setPadding(new Insets(24));
  }

  public EmptyState footnote(String words) {
    Region line = Nodes.label(words, "caption", "muted");
    VBox.setMargin(line, new Insets(4, 0, 0, 0));
    box.getChildren().add(line);
    return this;
  }
}

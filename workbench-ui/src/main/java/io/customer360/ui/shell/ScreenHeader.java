package io.customer360.ui.shell;

import io.customer360.ui.control.Nodes;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The strip at the top of a screen, 64 high: title 20/600, one muted line below it, things at the
/// right.
public final class ScreenHeader extends HBox {
  private final Label title = Nodes.label("", "title");
  private final Label fact = Nodes.label("", "caption", "muted");
  private final HBox titleLine = Nodes.row(8, title);
  private final HBox right = Nodes.row(8);

  public ScreenHeader(String title) {
    super(16);
    getStyleClass().add("screen-header");
    this.title.setText(title);
    VBox words = new VBox(2, titleLine, fact);
    words.setAlignment(Pos.CENTER_LEFT);
    Nodes.visible(fact, false);
    right.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(words, Nodes.spacer(), right);
  }

  public void title(String text) {
    title.setText(text);
  }

  public void fact(String text) {
    fact.setText(text);
    Nodes.visible(fact, !text.isEmpty());
  }

  /// Things that stand behind the title: a badge, a chip.
  public void besideTitle(Node... nodes) {
    titleLine.getChildren().setAll(title);
    titleLine.getChildren().addAll(nodes);
  }

  /// How wide the strip has to be for the title and everything at the right.
  public double needs() {
    return snappedLeftInset()
        + titleLine.prefWidth(-1)
        + 2 * getSpacing()
        + right.prefWidth(-1)
        + snappedRightInset();
  }

  public void right(Node... nodes) {
    right.getChildren().setAll(nodes);
  }
}

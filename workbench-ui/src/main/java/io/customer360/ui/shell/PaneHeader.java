package io.customer360.ui.shell;

import io.customer360.ui.control.Nodes;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A pane's strip, 40 high: title 600, a muted fact, actions at the right.
public final class PaneHeader extends HBox {
  private final Label name = Nodes.label("", "strong");
  private final Label fact = Nodes.label("", "muted", "num");
  private final HBox right = Nodes.row(8);

  public PaneHeader(String title) {
    this(title, "");
  }

  public PaneHeader(String title, String fact) {
    super(8);
    getStyleClass().add("pane-header");
    this.fact.setText(fact);
    name.setText(title);
    name.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(name, this.fact, Nodes.spacer(), right);
  }

  public void title(String text) {
    name.setText(text);
  }

  public void fact(String text) {
    fact.setText(text);
  }

  /// A figure is left out where there is no room for all of it: cut, it would be another one.
  @Override
  protected void layoutChildren() {
    String text = fact.getText();
    boolean figure = !text.isEmpty() && Character.isDigit(text.charAt(0));
    fact.setVisible(!figure || prefWidth(-1) <= getWidth());
    super.layoutChildren();
  }

  /// Things between title and fact: a count badge.
  public void besideTitle(Node node) {
    getChildren().add(1, node);
  }

  public void right(Node... nodes) {
    right.getChildren().setAll(nodes);
  }
}

package io.customer360.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// A pane on the default surface: header on top, content, optional action bar below. At least 248
/// wide, so that it never becomes unreadable in a split.
public final class Pane extends BorderPane {
  public static final double LEAST = 248;

  public Pane(Node header, Node content) {
    getStyleClass().add("pane");
    setTop(header);
    setCenter(content);
    setMinWidth(LEAST);
  }

  public Pane foot(Node bar) {
    setBottom(bar);
    return this;
  }
}

package io.customer360.ui.planted;

import javafx.scene.Node;

/// Breaks the rule that view models hold no nodes, on purpose.
public final class PlantedViewModel {
  private Node node;

  public Node node() {
    return node;
  }
}

package io.customer360.ui.profile;

import atlantafx.base.controls.Popover;
import io.customer360.ui.control.Nodes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Small sheets that stand beside what they explain; Esc or a click elsewhere closes them.
final class Popups {
  private Popups() {}

  static void show(Node beside, String title, String fact, Node content) {
    if (beside.getScene() == null) {
      return;
    }
    VBox box = new VBox(8, Nodes.line(8, Nodes.label(title, "strong"), Nodes.label(fact, "muted")));
    box.getChildren().add(content);
    box.getStyleClass().add("profile-popup");
    Popover popover = new Popover(box);
    popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
    popover.setHeaderAlwaysVisible(false);
    popover.setDetachable(false);
    popover.show(beside);
  }

  /// Names and their values in two columns; lines without a value are left out.
  static GridPane facts(List<List<String>> lines) {
    GridPane grid = new GridPane(16, 6);
    int row = 0;
    for (List<String> line : lines) {
      if (!line.get(1).isEmpty()) {
        grid.addRow(row++, Nodes.label(line.get(0), "muted"), Nodes.label(line.get(1), "num"));
      }
    }
    return grid;
  }
}

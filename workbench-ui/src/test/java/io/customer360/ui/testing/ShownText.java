package io.customer360.ui.testing;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/// Every text that can be read in a scene, but for what is typed into fields.
public final class ShownText {
  private ShownText() {}

  public static List<String> of(Node root) {
    List<String> texts = new ArrayList<>();
    collect(root, texts);
    return texts;
  }

  private static void collect(Node node, List<String> texts) {
    if (!node.isVisible() || node instanceof TextInputControl) {
      return;
    }
    if (node instanceof Text text && !text.getText().isBlank()) {
      texts.add(text.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
    }
  }
}

package io.customer360.ui.testing;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;

/// Walks a scene and lists what a screen reader could not name. Every control the keys can reach
/// must have words: its own text, an accessible text, a prompt, or a label that points at it.
public final class Accessibility {
  private Accessibility() {}

  public static List<String> nameless(Parent root) {
    List<String> found = new ArrayList<>();
    walk(root, "", found);
    return found;
  }

  private static void walk(Node node, String path, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    String here = path + "/" + describe(node);
    if (needsName(node) && nameless(node)) {
      found.add(here);
    }
    if (node instanceof Parent parent && !(node instanceof ScrollBar)) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, here, found));
    }
  }

  private static boolean needsName(Node node) {
    return node instanceof ButtonBase
        || node instanceof TextInputControl
        || node instanceof ComboBoxBase<?>
        || node instanceof TableView<?>
        || node instanceof ListView<?>
        || node instanceof TreeView<?>
        || (node.isFocusTraversable()
            && node.getAccessibleRole() != null
            && node.getAccessibleRole() != javafx.scene.AccessibleRole.PARENT
            && node.getAccessibleRole() != javafx.scene.AccessibleRole.NODE
            && node.getAccessibleRole() != javafx.scene.AccessibleRole.SCROLL_PANE);
  }

  private static boolean nameless(Node node) {
    boolean words =
        filled(node.getAccessibleText())
            || (node instanceof Labeled labeled && filled(labeled.getText()))
            || (node instanceof TextInputControl input && filled(input.getPromptText()));
    boolean part =
        node.getStyleClass().contains("increment-arrow-button")
            || node.getStyleClass().contains("decrement-arrow-button");
    return !words && !part;
  }

  private static boolean filled(String text) {
    return text != null && !text.isBlank();
  }

  private static String describe(Node node) {
    String name = node.getClass().getSimpleName();
    return node.getStyleClass().isEmpty() ? name : name + "." + node.getStyleClass().getLast();
  }
}

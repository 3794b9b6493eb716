package io.customer360.app.desktop;

import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.text.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ButtonBase;

/// What the Segmentation Studio shows when something is pressed, for pictures: the other plane, the
/// silhouettes, the tree, and the look-alikes of the segment.
final class StudioStates {
  private StudioStates() {}

  /// How to get to each from the one before, the first from the studio as it opens.
  static Map<String, Consumer<WorkbenchWindow>> all() {
    Map<String, Consumer<WorkbenchWindow>> states = new LinkedHashMap<>();
    states.put("neighbours", window -> press(window, ".segment", "t-SNE"));
    states.put("silhouettes", window -> press(window, ".segment", words("view.silhouette")));
    states.put("tree", window -> press(window, ".segment", words("view.tree")));
    states.put(
        "look-alikes",
        window -> window.context().actions().find("studio.alike").ifPresent(a -> a.run().run()));
    return states;
  }

  /// Leaves the studio as it was.
  static void leave(WorkbenchWindow window) {
    press(window, ".button", words("alike.close"));
    press(window, ".segment", words("view.map"));
    press(window, ".segment", "PCA");
  }

  private static String words(String key) {
    return Messages.text("studio." + key);
  }

  private static void press(WorkbenchWindow window, String style, String words) {
    window.scene().getRoot().lookupAll(style).stream()
        .filter(node -> node instanceof ButtonBase button && words.equals(button.getText()))
        .findFirst()
        .ifPresent(node -> ((ButtonBase) node).fire());
  }
}

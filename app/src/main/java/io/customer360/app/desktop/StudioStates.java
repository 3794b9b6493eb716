package io.customer360.app.desktop;

import io.customer360.studio.cluster.linkage.Hierarchical;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/// What the Segmentation Studio shows when something is pressed, for pictures: people picked by a
/// line, the other plane, the silhouettes, the tree, that of hierarchical clusters, the look-alikes
/// of the segment, and the catalog.
final class StudioStates {
  private StudioStates() {}

  /// How to get to each from the one before, the first from the studio as it opens.
  ///
  /// @param customers in the workspace; beyond those a tree is exact for, hierarchical clusters
  ///     take
  ///     too long for a picture
  static Map<String, Consumer<WorkbenchWindow>> all(long customers) {
    Map<String, Consumer<WorkbenchWindow>> states = new LinkedHashMap<>();
    states.put("picked", StudioStates::drawLine);
    states.put("neighbours", window -> press(window, ".segment", "t-SNE"));
    states.put("silhouettes", window -> press(window, ".segment", words("view.silhouette")));
    states.put("tree", window -> press(window, ".segment", words("view.tree")));
    if (customers <= Hierarchical.EXACT_ROWS) {
      states.put(
          "hierarchical",
          window -> choose(window, words("algorithm.kmeans"), words("algorithm.hierarchical")));
    }
    states.put("look-alikes", window -> act(window, "studio.alike"));
    states.put(
        "catalog",
        window -> {
          press(window, ".button", words("alike.close"));
          act(window, "studio.segments");
        });
    return states;
  }

  private static void act(WorkbenchWindow window, String action) {
    window.context().actions().find(action).ifPresent(found -> found.run().run());
  }

  /// Draws an oval over the map as with the mouse.
  private static void drawLine(WorkbenchWindow window) {
    Node map = window.scene().getRoot().lookup(".cluster-map");
    if (map == null) {
      return;
    }
    double wide = map.getBoundsInLocal().getWidth();
    double tall = map.getBoundsInLocal().getHeight();
    int steps = 24;
    for (int i = 0; i <= steps; i++) {
      double turn = 2 * Math.PI * i / steps;
      double x = wide * (0.62 + 0.18 * Math.cos(turn));
      double y = tall * (0.45 + 0.3 * Math.sin(turn));
      fire(map, i == 0 ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED, x, y);
    }
    fire(map, MouseEvent.MOUSE_RELEASED, wide * 0.8, tall * 0.45);
  }

  private static void fire(Node node, EventType<MouseEvent> type, double x, double y) {
    boolean down = type != MouseEvent.MOUSE_RELEASED;
    Point2D screen = node.localToScreen(x, y);
    double screenX = screen == null ? x : screen.getX();
    double screenY = screen == null ? y : screen.getY();
    Point2D inScene = node.localToScene(x, y);
    node.fireEvent(
        new MouseEvent(
            type,
            inScene.getX(),
            inScene.getY(),
            screenX,
            screenY,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            false,
            false,
            false,
            null));
  }

  /// Takes another choice of a chip that says `now`.
  private static void choose(WorkbenchWindow window, String now, String other) {
    window.scene().getRoot().lookupAll(".chip").stream()
        .filter(node -> node instanceof ButtonBase && node.getAccessibleText().strip().equals(now))
        .findFirst()
        .ifPresent(node -> ((ButtonBase) node).fire());
    List.copyOf(Window.getWindows()).stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .forEach(
            menu -> {
              menu.getItems().stream()
                  .filter(item -> other.equals(item.getText()))
                  .forEach(MenuItem::fire);
              menu.hide();
            });
  }

  /// Leaves the studio as it was.
  static void leave(WorkbenchWindow window) {
    choose(window, words("algorithm.hierarchical"), words("algorithm.kmeans"));
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

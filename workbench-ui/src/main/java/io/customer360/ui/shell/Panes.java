package io.customer360.ui.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Split panes that remember where the person put their dividers.
public final class Panes {
  private Panes() {}

  /// Side by side.
  ///
  /// @param key unique in the program: `profile.panes`
  /// @param positions first positions, one less than nodes, from 0 to 1
  public static SplitPane across(UiMemory memory, String key, double[] positions, Node... nodes) {
    return split(Orientation.HORIZONTAL, memory, key, positions, nodes);
  }

  public static SplitPane down(UiMemory memory, String key, double[] positions, Node... nodes) {
    return split(Orientation.VERTICAL, memory, key, positions, nodes);
  }

  private static SplitPane split(
      Orientation way, UiMemory memory, String key, double[] positions, Node... nodes) {
    SplitPane pane = new SplitPane(nodes);
    pane.setOrientation(way);
    pane.setDividerPositions(memory.get(key).map(Panes::read).orElse(positions));
    pane.skinProperty()
        .subscribe(
            skin -> {
              if (skin != null) {
                pane.lookupAll(".split-pane-divider").forEach(Panes::widenGrab);
              }
            });
    pane.getDividers()
        .forEach(
            divider ->
                divider
                    .positionProperty()
                    .subscribe(
                        () -> {
                          if (pane.getScene() != null && pane.getWidth() > 0) {
                            memory.put(key, write(pane.getDividerPositions()));
                          }
                        }));
    return pane;
  }

  /// The divider is drawn one pixel wide; an invisible strip over it makes it easy to catch.
  private static void widenGrab(Node node) {
    if (node instanceof StackPane divider) {
      Region grab = new Region();
      grab.getStyleClass().add("split-grab");
      grab.setManaged(false);
      grab.setPickOnBounds(true);
      divider.getChildren().add(grab);
      divider
          .layoutBoundsProperty()
          .subscribe(
              bounds -> {
                boolean upright = bounds.getHeight() > bounds.getWidth();
                grab.resizeRelocate(
                    upright ? -3 : 0,
                    upright ? 0 : -3,
                    bounds.getWidth() + (upright ? 6 : 0),
                    bounds.getHeight() + (upright ? 0 : 6));
                grab.setCursor(upright ? Cursor.H_RESIZE : Cursor.V_RESIZE);
              });
    }
  }

  private static double[] read(String text) {
    try {
      return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException broken) {
      return new double[0];
    }
  }

  private static String write(double[] positions) {
    return Arrays.stream(positions)
        .mapToObj(position -> String.format(Locale.ROOT, "%.4f", position))
        .collect(Collectors.joining(" "));
  }
}

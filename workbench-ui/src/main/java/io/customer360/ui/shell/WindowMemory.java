package io.customer360.ui.shell;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts a window where it was, if that place still exists. Bounds are kept only while the window is
/// neither maximised nor full screen, so that restoring it later gives the last real size.
final class WindowMemory {
  private static final double LEAST_WIDTH = 960;
  private static final double LEAST_HEIGHT = 620;

  private WindowMemory() {}

  static void restore(Stage stage, UiMemory memory) {
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    bounds(memory)
        .filter(WindowMemory::reachable)
        .ifPresentOrElse(
            bounds -> {
              stage.setX(bounds.getMinX());
              stage.setY(bounds.getMinY());
              stage.setWidth(bounds.getWidth());
              stage.setHeight(bounds.getHeight());
            },
            () -> {
              Rectangle2D screen = Screen.getPrimary().getVisualBounds();
              stage.setWidth(Math.min(1440, screen.getWidth()));
              stage.setHeight(Math.min(900, screen.getHeight()));
              stage.centerOnScreen();
            });
    stage.setMaximized(memory.get("window.maximised").map(Boolean::parseBoolean).orElse(false));
    stage.xProperty().subscribe(() -> remember(stage, memory));
    stage.yProperty().subscribe(() -> remember(stage, memory));
    stage.widthProperty().subscribe(() -> remember(stage, memory));
    stage.heightProperty().subscribe(() -> remember(stage, memory));
    stage
        .maximizedProperty()
        .subscribe(now -> memory.put("window.maximised", Boolean.toString(now)));
  }

  private static void remember(Stage stage, UiMemory memory) {
    if (stage.isShowing()
        && !stage.isMaximized()
        && !stage.isFullScreen()
        && !stage.isIconified()) {
      memory.put("window.x", Double.toString(stage.getX()));
      memory.put("window.y", Double.toString(stage.getY()));
      memory.put("window.width", Double.toString(stage.getWidth()));
      memory.put("window.height", Double.toString(stage.getHeight()));
    }
  }

  private static Optional<Rectangle2D> bounds(UiMemory memory) {
    Optional<Double> x = memory.number("window.x");
    Optional<Double> y = memory.number("window.y");
    Optional<Double> width = memory.number("window.width");
    Optional<Double> height = memory.number("window.height");
    if (x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Rectangle2D(
            x.get(),
            y.get(),
            Math.max(LEAST_WIDTH, width.get()),
            Math.max(LEAST_HEIGHT, height.get())));
  }

  /// A screen may have been unplugged: enough of the title bar must be on one that is there.
  private static boolean reachable(Rectangle2D bounds) {
    return Screen.getScreens().stream()
        .map(Screen::getVisualBounds)
        .anyMatch(
            screen ->
                screen.intersects(bounds.getMinX() + 40, bounds.getMinY(), 200, 30)
                    && bounds.getMinY() >= screen.getMinY());
  }
}

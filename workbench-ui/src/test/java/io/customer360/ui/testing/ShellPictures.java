package io.customer360.ui.testing;

import io.customer360.ui.control.Nodes;
import io.customer360.ui.shell.Pane;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.Panes;
import io.customer360.ui.shell.ScreenDefinition;
import io.customer360.ui.shell.ScreenHeader;
import io.customer360.ui.shell.ScreenView;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.ScreenshotRenderer;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// Pictures of the frame alone: `ShellPictures <folder>`.
public final class ShellPictures {
  private ShellPictures() {}

  public static List<ScreenDefinition> screens(UiContext context) {
    return List.of(
        screen(context, Screens.COMMAND_CENTER, "Command Center", "fth-compass", "Shortcut+1"),
        screen(context, Screens.CUSTOMERS, "Customers", "fth-user", "Shortcut+2"),
        screen(context, Screens.ACTION_CENTER, "Action Center", "fth-inbox", "Shortcut+3"),
        screen(context, Screens.DATA, "Data", "fth-database", "Shortcut+4"),
        new ScreenDefinition(
            Screens.SETTINGS,
            "Settings",
            "fth-settings",
            "Shortcut+COMMA",
            true,
            () -> view(context)));
  }

  private static ScreenDefinition screen(
      UiContext context, String id, String title, String icon, String keys) {
    return ScreenDefinition.of(id, title, icon, keys, () -> view(context));
  }

  private static ScreenView view(UiContext context) {
    ScreenHeader header = new ScreenHeader("Data");
    header.fact("7 sources, 31 models");
    header.right(
        Nodes.button("Import files", "fth-upload", () -> {}, "large"),
        Nodes.button("Refresh", () -> {}, "accent", "large"));
    BorderPane root = new BorderPane();
    root.setTop(header);
    root.setCenter(
        Panes.across(
            context.memory(),
            "test.panes",
            new double[] {0.4, 0.7},
            new Pane(new PaneHeader("Timeline", "412 events"), Nodes.label("one")),
            new Pane(new PaneHeader("Scores", "19 Nov, churn v14"), Nodes.label("two")),
            new Pane(new PaneHeader("Golden record", "9 source records"), Nodes.label("three"))));
    return new ScreenView() {
      @Override
      public Node root() {
        return root;
      }
    };
  }

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    try (ScreenshotRenderer renderer = new ScreenshotRenderer()) {
      renderer.window(
          () -> new WorkbenchWindow(SampleWindow.model(ShellPictures::screens)),
          (window, pictures) -> {
            pictures.take(Theme.LIGHT, () -> {}, folder.resolve("shell-light.png"));
            pictures.take(Theme.DARK, window::toString, folder.resolve("shell-dark.png"));
            pictures.take(
                Theme.LIGHT,
                () -> window.palette().open("oka"),
                folder.resolve("palette-light.png"));
            pictures.take(Theme.DARK, () -> {}, folder.resolve("palette-dark.png"));
          });
    }
    System.exit(0);
  }
}

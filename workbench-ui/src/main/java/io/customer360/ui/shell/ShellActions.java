package io.customer360.ui.shell;

import static javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST;

import io.customer360.ui.command.Action;
import io.customer360.ui.command.Action.Menu;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Theme;
import io.customer360.ui.theme.ThemeManager;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// What can be done on every screen: palette, theme, size, going places, stopping the agents.
final class ShellActions {
  private ShellActions() {}

  static List<Action> of(WorkbenchWindow window, List<ScreenDefinition> screens, boolean agents) {
    UiContext context = window.context();
    List<Action> all = new ArrayList<>();
    all.add(
        action("shell.palette", "shell.action.palette", "fth-search", () -> window.palette().open())
            .on("Shortcut+K")
            .in(Menu.GO)
            .hidden());
    all.add(
        action("shell.rail", "shell.action.rail", "fth-sidebar", window::toggleRail)
            .on("Shortcut+B")
            .in(Menu.VIEW));
    all.add(theme(context, Theme.LIGHT, "shell.action.theme-light", "fth-sun"));
    all.add(theme(context, Theme.DARK, "shell.action.theme-dark", "fth-moon"));
    all.add(theme(context, Theme.SYSTEM, "shell.action.theme-system", "fth-monitor"));
    all.add(
        action("shell.quit", "shell.action.quit", "fth-log-out", () -> quit(window.scene()))
            .on("Shortcut+Q")
            .in(Menu.FILE));
    all.add(
        action("shell.mask", "shell.action.mask", "fth-eye-off", window::toggleMask)
            .on("Shortcut+M")
            .in(Menu.VIEW));
    all.add(
        action("shell.today", "shell.action.today", "fth-calendar", window::today).in(Menu.VIEW));
    ThemeManager themes = context.themes();
    all.add(
        action(
                "shell.larger",
                "shell.action.larger",
                "fth-zoom-in",
                () -> window.zoom(themes.scaleProperty().get() + 0.1))
            .on("Shortcut+EQUALS")
            .in(Menu.VIEW));
    all.add(
        action(
                "shell.smaller",
                "shell.action.smaller",
                "fth-zoom-out",
                () -> window.zoom(themes.scaleProperty().get() - 0.1))
            .on("Shortcut+MINUS")
            .in(Menu.VIEW));
    all.add(
        action("shell.actual", "shell.action.actual", "fth-maximize-2", () -> window.zoom(1))
            .on("Shortcut+0")
            .in(Menu.VIEW));
    for (ScreenDefinition screen : screens) {
      Action go =
          Action.of(
                  "go." + screen.id(),
                  screen.title(),
                  screen.icon(),
                  () -> context.navigator().go(new Destination.Screen(screen.id())))
              .in(Menu.GO);
      all.add(screen.shortcut().isEmpty() ? go : go.on(screen.shortcut()));
    }
    all.add(
        action("shell.back", "shell.action.back", "fth-arrow-left", context.navigator()::back)
            .on("Shortcut+OPEN_BRACKET")
            .in(Menu.GO)
            .hidden());
    all.add(
        action(
                "shell.forward",
                "shell.action.forward",
                "fth-arrow-right",
                context.navigator()::forward)
            .on("Shortcut+CLOSE_BRACKET")
            .in(Menu.GO)
            .hidden());
    all.add(
        action(
                "shell.next-pane",
                "shell.action.next-pane",
                "fth-columns",
                () -> nextPane(window.scene()))
            .on("F6")
            .hidden());
    if (agents) {
      all.add(
          action("shell.agents", "shell.agents.stop", "fth-stop-circle", window::toggleAgents)
              .on("Shortcut+PERIOD")
              .in(Menu.RUN));
    }
    return all;
  }

  /// As the window's own close button: the program may still ask or refuse.
  private static void quit(Scene scene) {
    if (scene.getWindow() != null) {
      scene.getWindow().fireEvent(new WindowEvent(scene.getWindow(), WINDOW_CLOSE_REQUEST));
    }
  }

  private static Action action(String id, String key, String icon, Runnable run) {
    return Action.of(id, Messages.text(key), icon, run);
  }

  private static Action theme(UiContext context, Theme theme, String key, String icon) {
    return action(
            "shell.theme." + theme.text(),
            key,
            icon,
            () -> {
              context.themes().choose(theme);
              context.memory().put("shell.theme", theme.text());
            })
        .in(Menu.VIEW);
  }

  /// Moves the focus into the next pane, the first again after the last.
  private static void nextPane(Scene scene) {
    List<Node> panes =
        scene.getRoot().lookupAll(".pane").stream().filter(ShellActions::onScreen).toList();
    if (panes.isEmpty()) {
      return;
    }
    Node owner = scene.getFocusOwner();
    int at = -1;
    for (int i = 0; i < panes.size(); i++) {
      if (owner != null && within(owner, panes.get(i))) {
        at = i;
      }
    }
    for (int step = 1; step <= panes.size(); step++) {
      Node target = firstFocusable(panes.get((at + step) % panes.size()));
      if (target != null) {
        target.requestFocus();
        return;
      }
    }
  }

  private static boolean onScreen(Node node) {
    return node.isVisible() && node.getScene() != null;
  }

  private static boolean within(Node node, Node pane) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == pane) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Node firstFocusable(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return null;
    }
    if (node.isFocusTraversable()) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = firstFocusable(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}

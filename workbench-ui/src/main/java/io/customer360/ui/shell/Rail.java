package io.customer360.ui.shell;

import io.customer360.ui.command.Keys;
import io.customer360.ui.control.CountBadge;
import io.customer360.ui.control.KeyHint;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The way between screens: 56 wide with icons, or 200 with words. Counters stand only for work
/// that waits for a person.
final class Rail extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Item collapse;
  private boolean wide = true;
  private Runnable onToggle = () -> {};

  Rail(List<ScreenDefinition> screens, Consumer<String> go, String collapseKeys) {
    super(4);
    getStyleClass().add("rail");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText(Messages.text("shell.rail"));
    screens.stream().filter(screen -> !screen.foot()).forEach(screen -> add(screen, go));
    getChildren().add(Nodes.spacer());
    screens.stream().filter(ScreenDefinition::foot).forEach(screen -> add(screen, go));
    collapse =
        new Item(
            Messages.text("shell.rail.collapse"),
            "fth-sidebar",
            collapseKeys,
            () -> onToggle.run());
    collapse.getStyleClass().add("collapse");
    collapse.hint(collapseKeys);
    getChildren().add(collapse);
    wide(true);
  }

  private void add(ScreenDefinition screen, Consumer<String> go) {
    String keys =
        screen.shortcut().isEmpty() ? "" : Keys.text(KeyCombination.valueOf(screen.shortcut()));
    Item item = new Item(screen.title(), screen.icon(), keys, () -> go.accept(screen.id()));
    items.put(screen.id(), item);
    getChildren().add(item);
  }

  void onToggle(Runnable action) {
    onToggle = action;
  }

  boolean wide() {
    return wide;
  }

  void wide(boolean next) {
    wide = next;
    setMinWidth(next ? 200 : 56);
    setPrefWidth(next ? 200 : 56);
    setMaxWidth(next ? 200 : 56);
    getStyleClass().remove("narrow");
    if (!next) {
      getStyleClass().add("narrow");
    }
    items.values().forEach(item -> item.wide(next));
    collapse.wide(next);
    collapse.name(Messages.text(next ? "shell.rail.collapse" : "shell.rail.expand"));
  }

  void select(String screen) {
    items.forEach((id, item) -> item.pseudoClassStateChanged(SELECTED, id.equals(screen)));
  }

  void counters(Map<String, Integer> counters) {
    items.forEach((id, item) -> item.count(counters.getOrDefault(id, 0)));
  }

  private static final class Item extends StackPane {
    private final Button button = new Button();
    private final CountBadge badge = new CountBadge("");
    private final KeyHint hint = new KeyHint("");
    private final String icon;
    private final String keys;
    private String title;
    private int waiting;

    Item(String title, String icon, String keys, Runnable action) {
      this.icon = icon;
      this.title = title;
      this.keys = keys;
      getStyleClass().add("rail-item");
      Region mark = new Region();
      mark.getStyleClass().add("rail-mark");
      mark.setMinSize(3, 20);
      mark.setMaxSize(3, 20);
      mark.setTranslateX(-8);
      button.getStyleClass().add("rail-button");
      button.setOnAction(event -> action.run());
      button.setMaxWidth(Double.MAX_VALUE);
      badge.setMouseTransparent(true);
      hint.setMouseTransparent(true);
      Nodes.visible(badge, false);
      Nodes.visible(hint, false);
      setAlignment(mark, Pos.CENTER_LEFT);
      setAlignment(button, Pos.CENTER_LEFT);
      StackPane.setAlignment(hint, Pos.CENTER_RIGHT);
      hint.setTranslateX(-9);
      getChildren().addAll(mark, button, badge, hint);
    }

    void wide(boolean wide) {
      button.setGraphic(Icons.of(icon, wide ? 16 : 20));
      button.setText(wide ? title : "");
      button.setAccessibleText(title);
      button.setTooltip(wide ? null : new Tooltip(keys.isEmpty() ? title : title + "  " + keys));
      StackPane.setAlignment(badge, wide ? Pos.CENTER_RIGHT : Pos.TOP_RIGHT);
      badge.setTranslateX(wide ? -9 : 7);
      badge.setTranslateY(wide ? 0 : -1);
      badge.setText(badgeText());
      Nodes.visible(hint, wide && !hint.getText().isEmpty());
    }

    /// Short enough beside an icon alone not to hide it; the whole number is in the accessible
    /// text.
    private String badgeText() {
      boolean wide = !button.getText().isEmpty();
      return waiting < 1_000 ? Integer.toString(waiting) : waiting / 1_000 + (wide ? "k+" : "k");
    }

    void name(String next) {
      title = next;
      wide(!button.getText().isEmpty());
    }

    void hint(String text) {
      hint.setText(text);
    }

    void count(int waiting) {
      this.waiting = waiting;
      badge.setText(badgeText());
      Nodes.visible(badge, waiting > 0);
      button.setAccessibleText(
          waiting > 0 ? Messages.text("shell.rail.waiting", title, waiting) : title);
    }
  }
}

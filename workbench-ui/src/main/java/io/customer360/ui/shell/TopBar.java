package io.customer360.ui.shell;

import io.customer360.ui.command.Action;
import io.customer360.ui.command.Keys;
import io.customer360.ui.control.KeyHint;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The top 48: mark, menus, command field in the middle of the window, as-of day, agents, person.
final class TopBar extends StackPane {
  private static final double FIELD = 420;
  private static final double GAP = 8;
  private static final double EDGE = 16;

  private final MenuBar menus = new MenuBar();
  private final Label day = Nodes.label("", "num");
  private final Button dayButton = new Button();
  private final Button mask = new Button();
  private final Button agents = new Button();
  private final HBox agentGroup;

  TopBar(
      String person,
      String paletteKeys,
      Runnable openPalette,
      Consumer<Node> chooseDay,
      Runnable toggleMask) {
    getStyleClass().add("top-bar");
    StackPane mark = new StackPane(new Mark(22));
    mark.setMinWidth(56);
    mark.setPrefWidth(56);

    Label avatar = Nodes.label(initials(person), "avatar");
    avatar.setMinSize(28, 28);
    avatar.setMaxSize(28, 28);
    avatar.setTooltip(new Tooltip(person));
    Nodes.named(avatar, AccessibleRole.TEXT, person);

    HBox asOf =
        Nodes.row(
            7,
            Icons.small("fth-calendar"),
            Nodes.label(Messages.text("shell.as-of"), "muted", "regular"),
            day,
            Icons.of("fth-chevron-down", 13));
    dayButton.setGraphic(asOf);
    dayButton.getStyleClass().addAll("flat", "day-button");
    dayButton.setOnAction(event -> chooseDay.accept(dayButton));
    mask.getStyleClass().addAll("flat", "icon-only");
    mask.setOnAction(event -> toggleMask.run());
    masked(false, "");
    agentGroup = Nodes.row(12, Nodes.rule(20), agents);
    Nodes.visible(agentGroup, false);
    menus.setUseSystemMenuBar(true);
    menus.setMinWidth(Region.USE_PREF_SIZE);
    HBox left = Nodes.row(0, mark, menus);
    HBox right = Nodes.row(10, dayButton, mask, agentGroup, avatar);
    HBox sides = Nodes.row(0, left, Nodes.spacer(), right);
    sides.setPadding(new Insets(0, EDGE, 0, 0));
    sides.setMinWidth(0);

    Button field = new Button();
    HBox inside =
        Nodes.row(
            9,
            Icons.small("fth-search"),
            Nodes.label(Messages.text("shell.command-field"), "muted", "regular"),
            Nodes.spacer(),
            new KeyHint(paletteKeys));
    inside.setPrefWidth(398);
    field.setGraphic(inside);
    field.getStyleClass().add("command-field");
    field.setMinWidth(180);
    field.setPrefWidth(FIELD);
    field.setMaxWidth(FIELD);
    field.setAccessibleText(Messages.text("shell.command-field"));
    field.setOnAction(event -> openPalette.run());
    inside.prefWidthProperty().bind(field.widthProperty().subtract(20));

    StackPane.setAlignment(field, Pos.CENTER);
    getChildren().addAll(sides, field);
    widthProperty().subscribe(width -> fit(field, left, right));
    right.widthProperty().subscribe(width -> fit(field, left, right));
    left.widthProperty().subscribe(width -> fit(field, left, right));
  }

  /// The field stands in the middle of the window; where it would touch what is beside it, it first
  /// moves and then gets shorter.
  private void fit(Button field, HBox left, HBox right) {
    double from = left.getWidth() + GAP;
    double to = getWidth() - EDGE - right.getWidth() - GAP;
    double width = Math.clamp(to - from, 180, FIELD);
    double middle = (getWidth() - width) / 2;
    field.setMaxWidth(width);
    field.setTranslateX(Math.round(Math.max(from, Math.min(middle, to - width)) - middle));
  }

  private static String initials(String person) {
    return Arrays.stream(person.trim().split("\\s+"))
        .filter(part -> !part.isEmpty())
        .limit(2)
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  void day(String words, boolean otherDay) {
    day.setText(words);
    dayButton.setAccessibleText(Messages.text("shell.as-of") + " " + words);
    getStyleClass().remove("other-day");
    if (otherDay) {
      getStyleClass().add("other-day");
    }
  }

  /// The mask's button: an open eye while everything can be read.
  void masked(boolean on, String keys) {
    String name = Messages.text(on ? "shell.mask.off" : "shell.mask.on");
    mask.setGraphic(Icons.of(on ? "fth-eye-off" : "fth-eye", 16, on ? "accent" : "muted"));
    mask.setAccessibleText(name);
    mask.setTooltip(new Tooltip(keys.isEmpty() ? name : name + "  " + keys));
  }

  void agents(boolean stopped, String keys, Runnable toggle) {
    String name = Messages.text(stopped ? "shell.agents.resume" : "shell.agents.stop");
    HBox graphic =
        Nodes.row(
            7,
            Icons.small(
                stopped ? "fth-play-circle" : "fth-stop-circle", stopped ? "success" : "danger"),
            Nodes.label(name, "medium"),
            new KeyHint(keys));
    agents.setGraphic(graphic);
    agents.setAccessibleText(name);
    agents.setOnAction(event -> toggle.run());
    Nodes.visible(agentGroup, true);
  }

  /// Menus without a working entry are not shown.
  void menus(List<Action> actions) {
    menus.getMenus().clear();
    for (Action.Menu place : Action.Menu.values()) {
      Menu menu = new Menu(Messages.text("shell.menu." + place.name().toLowerCase(Locale.ROOT)));
      actions.stream()
          .filter(action -> action.menu().filter(place::equals).isPresent())
          .forEach(action -> menu.getItems().add(item(action)));
      if (!menu.getItems().isEmpty()) {
        menus.getMenus().add(menu);
      }
    }
  }

  private static MenuItem item(Action action) {
    MenuItem item = new MenuItem(action.title(), Icons.small(action.icon()));
    item.setOnAction(event -> action.run().run());
    item.disableProperty().set(!action.enabled().get());
    action.enabled().addListener((o, before, now) -> item.setDisable(!now));
    // decision: keys that type are not shown as accelerators, which would take them from text
    // fields
    action.shortcut().filter(keys -> !Keys.typing(keys)).ifPresent(item::setAccelerator);
    return item;
  }
}

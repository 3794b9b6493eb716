package io.customer360.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Segmented;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Theme;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HorizontalDirection;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;

/// How the window looks and listens: theme, text size, mask, single letters. Each works at once.
final class AppearanceForm {
  private static final List<Theme> THEMES = List.of(Theme.LIGHT, Theme.DARK, Theme.SYSTEM);
  private static final List<Double> SCALES = List.of(1.0, 1.25, 1.5, 2.0);

  private final UiContext context;
  private final Consumer<Theme> save;

  /// @param save keeps the theme for the workspace
  AppearanceForm(UiContext context, Consumer<Theme> save) {
    this.context = context;
    this.save = save;
  }

  Node root() {
    Segmented theme =
        new Segmented(
            Messages.text("settings.theme"),
            Messages.text("settings.theme.light"),
            Messages.text("settings.theme.dark"),
            Messages.text("settings.theme.system"));
    theme.select(Math.max(0, THEMES.indexOf(context.themes().themeProperty().get())));
    theme
        .selectedProperty()
        .addListener(
            (property, old, chosen) -> {
              Theme next = THEMES.get(chosen.intValue());
              context.themes().choose(next);
              context.memory().put("shell.theme", next.text());
              save.accept(next);
            });
    Segmented scale =
        new Segmented(
            Messages.text("settings.scale"),
            SCALES.stream().map(context.formats()::percent).toArray(String[]::new));
    scale.select(Math.max(0, SCALES.indexOf(context.themes().scaleProperty().get())));
    scale
        .selectedProperty()
        .addListener(
            (property, old, chosen) -> {
              double factor = SCALES.get(chosen.intValue());
              context.themes().chooseScale(factor);
              context.memory().put("shell.scale", Double.toString(factor));
            });
    return SettingsScreen.form(
        SettingsScreen.line("settings.theme", theme),
        SettingsScreen.line("settings.scale", scale),
        SettingsScreen.line("settings.mask", mask()),
        SettingsScreen.line("settings.single", singleKeys()));
  }

  private Node mask() {
    ToggleSwitch mask = new ToggleSwitch(Messages.text("settings.mask.words"));
    mask.setLabelPosition(HorizontalDirection.RIGHT);
    Nodes.named(mask, AccessibleRole.TOGGLE_BUTTON, Messages.text("settings.mask"));
    mask.setSelected(context.themes().maskedProperty().get());
    mask.selectedProperty()
        .addListener(
            (property, old, on) -> {
              if (on != context.themes().maskedProperty().get()) {
                context.actions().find("shell.mask").ifPresent(action -> action.run().run());
              }
            });
    return mask;
  }

  private Node singleKeys() {
    ToggleSwitch keys = new ToggleSwitch(Messages.text("settings.single.words"));
    keys.setLabelPosition(HorizontalDirection.RIGHT);
    Nodes.named(keys, AccessibleRole.TOGGLE_BUTTON, Messages.text("settings.single"));
    keys.setSelected(context.actions().singleKeys());
    keys.selectedProperty()
        .addListener(
            (property, old, on) -> {
              context.actions().singleKeys(on);
              context.memory().put(WorkbenchWindow.SINGLE_KEYS, Boolean.toString(on));
            });
    return keys;
  }
}

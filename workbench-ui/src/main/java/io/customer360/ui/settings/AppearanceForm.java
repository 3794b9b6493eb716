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
import javafx.beans.value.ObservableValue;
import javafx.geometry.HorizontalDirection;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.util.Subscription;

/// How the window looks and listens: theme, text size, mask, single letters. Each works at once.
final class AppearanceForm implements AutoCloseable {
  private static final List<Theme> THEMES = List.of(Theme.LIGHT, Theme.DARK, Theme.SYSTEM);
  private static final List<Double> SCALES = List.of(1.0, 1.25, 1.5, 2.0);

  private final UiContext context;
  private final Consumer<Theme> save;
  private Subscription followed = Subscription.EMPTY;

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
    follow(
        context.themes().themeProperty(),
        chosen -> theme.select(Math.max(0, THEMES.indexOf(chosen))));
    theme
        .selectedProperty()
        .addListener(
            (property, old, chosen) -> {
              Theme next = THEMES.get(chosen.intValue());
              if (next != context.themes().themeProperty().get()) {
                context.themes().choose(next);
                context.memory().put("shell.theme", next.text());
                save.accept(next);
              }
            });
    Segmented scale =
        new Segmented(
            Messages.text("settings.scale"),
            SCALES.stream().map(context.formats()::percent).toArray(String[]::new));
    follow(
        context.themes().scaleProperty(),
        chosen -> scale.select(Math.max(0, SCALES.indexOf(chosen.doubleValue()))));
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

  /// Shows what is chosen elsewhere, as in the menu View.
  private <T> void follow(ObservableValue<T> chosen, Consumer<T> show) {
    followed = followed.and(chosen.subscribe(show));
  }

  @Override
  public void close() {
    followed.unsubscribe();
  }

  private Node mask() {
    ToggleSwitch mask = new ToggleSwitch(Messages.text("settings.mask.words"));
    mask.setLabelPosition(HorizontalDirection.RIGHT);
    Nodes.named(mask, AccessibleRole.TOGGLE_BUTTON, Messages.text("settings.mask"));
    follow(context.themes().maskedProperty(), mask::setSelected);
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

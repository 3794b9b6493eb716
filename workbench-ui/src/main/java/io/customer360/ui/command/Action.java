package io.customer360.ui.command;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/// Something a person can do. Menus, key hints and the palette all read it from the registry.
///
/// @param id stable, by screen: `decision.approve`
/// @param title verb and object, sentence case: `Approve`
/// @param icon Feather literal: `fth-check`
/// @param menu the menu it stands in, none for keys and palette only
/// @param scope the screen it works in; empty works everywhere
/// @param shortcut `Shortcut+K`, `A`, `Alt+Left` as [KeyCombination#valueOf] reads it; a single
///     letter acts only outside text fields
/// @param enabled whether it can be done now
/// @param inPalette whether the palette offers it
public record Action(
    String id,
    String title,
    String icon,
    Optional<Menu> menu,
    Optional<String> scope,
    Optional<KeyCombination> shortcut,
    ObservableBooleanValue enabled,
    boolean inPalette,
    Runnable run) {

  /// The menus of the top bar, in order.
  public enum Menu {
    FILE,
    EDIT,
    VIEW,
    GO,
    DECIDE,
    RUN,
    HELP
  }

  private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true);

  /// The plainest action: everywhere, always, by palette only. Narrow it with the `with...`
  /// methods.
  public static Action of(String id, String title, String icon, Runnable run) {
    return new Action(
        id, title, icon, Optional.empty(), Optional.empty(), Optional.empty(), ALWAYS, true, run);
  }

  public Action in(Menu place) {
    return new Action(
        id, title, icon, Optional.of(place), scope, shortcut, enabled, inPalette, run);
  }

  public Action onScreen(String screen) {
    return new Action(
        id, title, icon, menu, Optional.of(screen), shortcut, enabled, inPalette, run);
  }

  public Action on(String keys) {
    return new Action(
        id,
        title,
        icon,
        menu,
        scope,
        Optional.of(KeyCombination.valueOf(keys)),
        enabled,
        inPalette,
        run);
  }

  public Action when(ObservableBooleanValue possible) {
    return new Action(id, title, icon, menu, scope, shortcut, possible, inPalette, run);
  }

  public Action hidden() {
    return new Action(id, title, icon, menu, scope, shortcut, enabled, false, run);
  }
}

package io.customer360.ui.shell;

import java.util.function.Supplier;

/// A screen's entry in the rail and the Go menu.
///
/// @param id one of [Screens]
/// @param title sentence case, as in the rail
/// @param icon Feather literal
/// @param shortcut `Shortcut+1`; empty for none
/// @param foot whether it stands at the rail's foot (settings)
/// @param view builds the screen at its first visit
public record ScreenDefinition(
    String id,
    String title,
    String icon,
    String shortcut,
    boolean foot,
    Supplier<? extends ScreenView> view) {
  public static ScreenDefinition of(
      String id, String title, String icon, String shortcut, Supplier<? extends ScreenView> view) {
    return new ScreenDefinition(id, title, icon, shortcut, false, view);
  }
}

package io.customer360.ui.theme;

import java.util.Locale;

/// What the person chose. [#SYSTEM] follows the desktop's own setting while the program runs.
public enum Theme {
  LIGHT,
  DARK,
  SYSTEM;

  /// The settings' text form; anything unknown is [#SYSTEM].
  public static Theme of(String text) {
    for (Theme theme : values()) {
      if (theme.text().equals(text)) {
        return theme;
      }
    }
    return SYSTEM;
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.customer360.ui.theme;

import org.kordamp.ikonli.javafx.FontIcon;

/// Feather icons by their Ikonli name (`fth-truck`): 14 in controls, 16 in the open rail, 20 in the
/// closed one. Colour and size come from the style sheet, which wins over values set in code; sizes
/// there are 11 12 13 14 16 18 20 24 32.
public final class Icons {
  private Icons() {}

  public static FontIcon small(String literal, String... styleClasses) {
    return of(literal, 14, styleClasses);
  }

  public static FontIcon of(String literal, int size, String... styleClasses) {
    FontIcon icon = new FontIcon(literal);
    icon.getStyleClass().add("icon-" + size);
    icon.getStyleClass().addAll(styleClasses);
    return icon;
  }
}

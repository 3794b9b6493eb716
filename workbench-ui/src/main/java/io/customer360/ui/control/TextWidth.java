package io.customer360.ui.control;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide a text is drawn in a font, for columns that fit what they hold. FX thread only.
public final class TextWidth {
  private final Text text = new Text();

  /// @param family one of the bundled families; they must have been loaded
  public TextWidth(String family, double size) {
    text.setFont(Font.font(family, size));
  }

  /// Pixels at scale 1.
  public double of(String words) {
    text.setText(words);
    return Math.ceil(text.getLayoutBounds().getWidth());
  }
}

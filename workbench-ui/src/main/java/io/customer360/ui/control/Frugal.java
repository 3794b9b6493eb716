package io.customer360.ui.control;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Lets a row give up parts, the least needed first, while it is too narrow for all of them, so
/// that what is left keeps its words. FX thread only.
public final class Frugal {
  private final Region row;
  private final DoubleSupplier needs;
  private final List<Consumer<Boolean>> parts;

  /// @param needs the width that everything now in the row asks for
  /// @param parts told whether they have room, in the order in which they are given up
  public Frugal(Region row, DoubleSupplier needs, List<Consumer<Boolean>> parts) {
    this.row = row;
    this.needs = needs;
    this.parts = List.copyOf(parts);
    row.setMinWidth(0);
    row.widthProperty().subscribe(this::fit);
  }

  /// Looks again, after the row got other words.
  public void fit() {
    if (row.getWidth() <= 0 || row.getScene() == null) {
      return;
    }
    parts.forEach(part -> part.accept(true));
    for (Consumer<Boolean> part : parts) {
      if (needs.getAsDouble() <= row.getWidth()) {
        return;
      }
      part.accept(false);
    }
  }

  /// A button that keeps its icon and says its name as a tooltip.
  public static Consumer<Boolean> toIcon(Button button) {
    button.setAccessibleText(button.getText());
    return roomy -> {
      button.setContentDisplay(roomy ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
      button.setTooltip(roomy ? null : new Tooltip(button.getText()));
    };
  }

  /// A button that gives up the key beside its words.
  public static Consumer<Boolean> toWords(Button button) {
    return roomy ->
        button.setContentDisplay(roomy ? ContentDisplay.RIGHT : ContentDisplay.TEXT_ONLY);
  }
}

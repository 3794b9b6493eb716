package io.customer360.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Stretches of time side by side, each a button as wide as it lasted. A word that does not fit is
/// left out and stands in the hover. FX thread only.
public final class StageBand extends Region {
  private static final double HEIGHT = 18;
  private static final double GAP = 1;

  /// One stretch.
  ///
  /// @param share of the whole, 0 to 1; all together make 1
  /// @param words the stage
  /// @param hover what it is and from when to when
  /// @param styleClass its colour: `stage-new`, `stage-active`, ...
  public record Stretch(double share, String words, String hover, String styleClass) {}

  private final TextWidth measure = new TextWidth("Inter Medium", 11);
  private final List<Stretch> stretches;
  private final List<Button> buttons = new ArrayList<>();

  /// @param onOpen is given the index of the stretch
  public StageBand(List<Stretch> stretches, IntConsumer onOpen) {
    this.stretches = List.copyOf(stretches);
    getStyleClass().add("stage-band");
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      Button button = new Button();
      button.getStyleClass().addAll("stage", stretch.styleClass());
      button.setTooltip(new Tooltip(stretch.hover()));
      button.setMnemonicParsing(false);
      Nodes.named(button, AccessibleRole.BUTTON, stretch.hover());
      int index = i;
      button.setOnAction(event -> onOpen.accept(index));
      buttons.add(button);
    }
    getChildren().setAll(buttons);
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected double computeMinHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected void layoutChildren() {
    double whole = getWidth();
    double x = 0;
    for (int i = 0; i < buttons.size(); i++) {
      Stretch stretch = stretches.get(i);
      double end = i == buttons.size() - 1 ? whole : snapPositionX(x + stretch.share() * whole);
      double width = Math.max(2, end - x - GAP);
      Button button = buttons.get(i);
      boolean fits = measure.of(stretch.words()) + 12 <= width;
      String shown = fits ? stretch.words() : "";
      if (!shown.equals(button.getText())) {
        button.setText(shown);
      }
      button.resizeRelocate(x, 0, width, HEIGHT);
      x = end;
    }
  }
}

package io.customer360.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What the marks of a chart stand for: a small mark as it is drawn, and a word.
public final class Legend extends HBox {
  private static final double MARK = 8;

  public Legend() {
    super(14);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("legend");
  }

  /// The two directions of a waterfall.
  public static Legend ofWaterfall(String raises, String lowers) {
    return new Legend()
        .square(raises, "waterfall-bar", "raises")
        .square(lowers, "waterfall-bar", "lowers");
  }

  /// A bar, and the upright mark over it for what it is compared with.
  public static Legend ofComparedBars(String value, String compared) {
    return new Legend().square(value, "bar-fill", "bar-blue").mark(compared, 2, 12, "bar-compared");
  }

  private Legend square(String words, String... styleClasses) {
    return mark(words, MARK, MARK, styleClasses);
  }

  private Legend mark(String words, double width, double height, String... styleClasses) {
    Region mark = new Region();
    mark.getStyleClass().addAll(styleClasses);
    mark.setMinSize(width, height);
    mark.setMaxSize(width, height);
    Label label = Nodes.label(words, "caption", "muted");
    label.setMinWidth(Label.USE_PREF_SIZE);
    getChildren().add(Nodes.row(6, new StackPane(mark), label));
    return this;
  }
}

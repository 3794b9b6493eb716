package io.customer360.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A figure of a header: caption, number 20/28, one muted fact. While loading, the old number stays
/// at 60 %.
public final class Stat extends VBox {
  private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");

  private final Label caption;
  private final Label number = Nodes.label("", "title", "num");
  private final Label fact = Nodes.label("", "caption", "num");

  public Stat(String caption) {
    this.caption = Nodes.label(caption, "caption", "muted");
    getStyleClass().add("stat");
    getChildren().addAll(this.caption, number, fact);
    Nodes.visible(fact, false);
    setMinWidth(USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
  }

  public Stat(String caption, String number) {
    this(caption);
    value(number);
  }

  /// Number first, caption below: for a row of figures that add up.
  public Stat numberFirst() {
    getStyleClass().add("number-first");
    getChildren().setAll(number, caption, fact);
    return this;
  }

  public Stat value(String text) {
    number.setText(text);
    describe();
    return this;
  }

  /// The number belongs to a person: the presentation mask covers it.
  public Stat personal() {
    Personal.mark(number);
    return this;
  }

  /// Says something else of what the number is.
  public Stat caption(String text) {
    caption.setText(text);
    describe();
    return this;
  }

  public Stat fact(String text) {
    return fact(text, Tone.MUTED);
  }

  public Stat fact(String text, Tone tone) {
    fact.setText(text);
    fact.getStyleClass().setAll("label", "caption", "num");
    if (!tone.styleClass().isEmpty()) {
      fact.getStyleClass().add(tone.styleClass());
    }
    Nodes.visible(fact, !text.isEmpty());
    describe();
    return this;
  }

  public void loading(boolean on) {
    pseudoClassStateChanged(LOADING, on);
  }

  private void describe() {
    setAccessibleText(caption.getText() + " " + number.getText() + " " + fact.getText());
  }
}

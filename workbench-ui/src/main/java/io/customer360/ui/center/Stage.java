package io.customer360.ui.center;

import io.customer360.ui.control.Nodes;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// One step of the conversation: a point and a word in the gutter, the content beside it. The line
/// of the gutter runs through all steps but ends at the last one's point.
final class Stage extends Region {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  static final double GUTTER = 96;
  private static final double CENTRE = 4;

  private final Region line = new Region();
  private final Region point = new Region();
  private final Label word;
  private final Node content;
  private final double at;
  private final double gap;
  private boolean first;
  private boolean last;

  /// @param at the y of the point's centre
  /// @param gap room below
  Stage(String word, Node content, double at, double gap) {
    this.word = Nodes.label(word, "stage-word");
    this.content = content;
    this.at = at;
    this.gap = gap;
    getStyleClass().add("stage");
    line.getStyleClass().add("stage-line");
    point.getStyleClass().add("stage-point");
    getChildren().addAll(line, point, this.word, content);
    content.managedProperty().subscribe(() -> Nodes.visible(this, content.isManaged()));
  }

  void ends(boolean isFirst, boolean isLast) {
    first = isFirst;
    last = isLast;
    requestLayout();
  }

  void word(String text) {
    word.setText(text);
  }

  void current(boolean current) {
    pseudoClassStateChanged(CURRENT, current);
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(content.prefHeight(width - GUTTER)) + gap;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  public javafx.geometry.Orientation getContentBias() {
    return javafx.geometry.Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    double top = first ? at : 0;
    double bottom = last ? at : getHeight();
    line.resizeRelocate(CENTRE - 0.5, top, 1, Math.max(0, bottom - top));
    point.resizeRelocate(0, at - 4, 8, 8);
    double height = word.prefHeight(-1);
    word.resizeRelocate(16, snapPositionY(at - height / 2), GUTTER - 16, height);
    double width = getWidth() - GUTTER;
    content.resizeRelocate(GUTTER, 0, width, getHeight() - gap);
  }
}

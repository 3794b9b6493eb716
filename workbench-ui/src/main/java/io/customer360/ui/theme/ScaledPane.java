package io.customer360.ui.theme;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Lays its content out at `size / scale` and enlarges it to fill itself: text, charts and spacing
/// alike, without loss, as text and shapes are drawn at the final size.
public final class ScaledPane extends Region {
  private final Node content;
  private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1);
  private final Scale transform = new Scale(1, 1, 0, 0);

  public ScaledPane(Node content) {
    this.content = content;
    getChildren().add(content);
    content.getTransforms().add(transform);
    scale.subscribe(
        next -> {
          transform.setX(next.doubleValue());
          transform.setY(next.doubleValue());
          requestLayout();
        });
  }

  public DoubleProperty scaleProperty() {
    return scale;
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / scale.get(), getHeight() / scale.get());
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(height) * scale.get();
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(width) * scale.get();
  }
}

package io.customer360.ui.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// A thin horizontal bar that shows a share from 0 to 1; a negative share shows an empty track.
/// Style classes `meter`, `meter-fill`; `quiet` greys the fill.
public final class Meter extends Region {
  private final DoubleProperty value = new SimpleDoubleProperty(this, "value", 0);
  private final Region fill = new Region();

  public Meter(double width, double height) {
    getStyleClass().add("meter");
    fill.getStyleClass().add("meter-fill");
    fill.setManaged(false);
    getChildren().add(fill);
    setMinSize(Math.min(width, 16), height);
    setPrefSize(width, height);
    setMaxHeight(height);
    setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    value.subscribe(
        next -> {
          setAccessibleText(Math.round(Math.max(0, next.doubleValue()) * 100) + " %");
          requestLayout();
        });
  }

  public Meter(double width, double height, double share) {
    this(width, height);
    value.set(share);
  }

  public DoubleProperty valueProperty() {
    return value;
  }

  @Override
  protected void layoutChildren() {
    double share = Math.clamp(value.get(), 0, 1);
    double width = share == 0 ? 0 : Math.max(2, snapSizeX(getWidth() * share));
    fill.resizeRelocate(0, 0, width, getHeight());
  }
}

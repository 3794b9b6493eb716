package io.customer360.ui.control;

import io.customer360.ui.text.Messages;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Grey bars in the geometry of what is coming. They appear after 150 ms, so that quick reads never
/// flash; they do not move.
public final class Skeleton extends VBox {
  private final PauseTransition wait = new PauseTransition(Duration.millis(150));

  /// @param gap between the bars
  /// @param widths one bar each; a negative one takes the whole width
  public Skeleton(double gap, double height, double... widths) {
    super(gap);
    getStyleClass().add("skeleton");
    for (double width : widths) {
      Region bar = new Region();
      bar.getStyleClass().add("skeleton-bar");
      bar.setMinHeight(height);
      bar.setPrefHeight(height);
      if (width >= 0) {
        bar.setPrefWidth(width);
        bar.setMaxWidth(width);
      }
      getChildren().add(bar);
    }
    Nodes.named(this, AccessibleRole.TEXT, Messages.text("control.loading"));
    setVisible(false);
    wait.setOnFinished(event -> setVisible(true));
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                wait.stop();
                setVisible(false);
              } else {
                wait.playFromStart();
              }
            });
  }

  /// For pictures: shown at once.
  public Skeleton now() {
    wait.setDuration(Duration.ONE);
    return this;
  }
}

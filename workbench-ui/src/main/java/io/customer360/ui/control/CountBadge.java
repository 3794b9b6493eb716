package io.customer360.ui.control;

import javafx.scene.control.Label;

/// A number in a pill: how much work waits behind a title.
public final class CountBadge extends Label {
  public CountBadge(String count) {
    super(count);
    getStyleClass().addAll("count-badge", "num");
    setMinWidth(USE_PREF_SIZE);
  }
}

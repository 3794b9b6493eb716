package io.customer360.ui.planted;

import io.customer360.ui.center.CenterView;

/// Breaks the rule that screens do not know each other, on purpose.
public final class PlantedView {
  public Class<?> neighbour() {
    return CenterView.class;
  }
}

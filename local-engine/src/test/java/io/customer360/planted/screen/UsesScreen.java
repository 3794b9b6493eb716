package io.customer360.planted.screen;

import javafx.planted.Window;

/// Breaks the rule against screens.
final class UsesScreen {
  Window window() {
    return new Window();
  }
}

package io.customer360.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/// A key as a small cap: `Ctrl K`. Put it in a button's graphic or beside words; read the text from
/// the action registry so that hints never lie.
public final class KeyHint extends Label {
  public KeyHint(String keys) {
    super(keys);
    getStyleClass().add("key-hint");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(USE_PREF_SIZE);
  }
}

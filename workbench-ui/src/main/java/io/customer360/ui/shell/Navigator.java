package io.customer360.ui.shell;

/// The way from one screen to another. FX thread only.
public interface Navigator {
  /// Goes there. A destination whose screen is not part of this program is ignored; ask
  /// [#knows] before offering it.
  void go(Destination destination);

  /// Whether there is a screen for it: no control may lead to nowhere.
  boolean knows(Destination destination);

  /// To where the person was before.
  void back();

  void forward();
}

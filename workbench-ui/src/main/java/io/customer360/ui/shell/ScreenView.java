package io.customer360.ui.shell;

import io.customer360.ui.command.Action;
import java.util.List;
import javafx.scene.Node;

/// A screen, built when first visited and kept. FX thread only.
public interface ScreenView extends AutoCloseable {
  /// Always the same node.
  Node root();

  /// Called each time the screen comes to the front, with what to show.
  default void show(Destination destination) {}

  /// Called when another screen comes to the front.
  default void hide() {}

  /// Where the keys go when the screen is shown.
  default void focus() {
    root().requestFocus();
  }

  /// What can be done here; the shell narrows them to this screen and registers them once.
  default List<Action> actions() {
    return List.of();
  }

  /// Whether what is shown follows the day chosen in the top bar; the shell says so where it does
  /// not.
  default boolean followsDay() {
    return false;
  }

  /// Releases subscriptions and cancels reads.
  @Override
  default void close() {}
}

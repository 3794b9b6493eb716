package io.customer360.ui.shell;

import atlantafx.base.controls.ModalPane;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Something that stands over the whole window until it is dealt with: Esc or a click beside it
/// closes it, and the keys go back to where they were. FX thread only.
///
/// ```java
/// Sheet sheet = new Sheet(card);
/// sheet.show(root.getScene());
/// ```
public final class Sheet {
  private final ModalPane modal = new ModalPane();
  private final Node content;
  private @Nullable Node before;

  public Sheet(Node content) {
    this.content = content;
    modal.setInTransitionFactory(null);
    modal.setOutTransitionFactory(null);
    modal.displayProperty().addListener((property, was, shown) -> onDisplay(shown));
  }

  /// Puts it over the window of this scene; nothing happens in a scene that is not a window's.
  public void show(Scene scene) {
    Node frame = scene.lookup(".workbench");
    if (frame == null || !(frame.getParent() instanceof StackPane layers) || shown()) {
      return;
    }
    before = scene.getFocusOwner();
    layers.getChildren().add(modal);
    // The pane's skin does the showing, and comes with the style sheets only.
    modal.applyCss();
    modal.show(content);
    // laid out before the first picture, which would else show it in the corner
    layers.layout();
  }

  public boolean shown() {
    return modal.isDisplay();
  }

  public void hide() {
    modal.hide(true);
  }

  /// Closes whatever sheets stand over this scene.
  static void hideAll(Scene scene) {
    scene.getRoot().lookupAll(".modal-pane").stream()
        .filter(ModalPane.class::isInstance)
        .forEach(modal -> ((ModalPane) modal).hide(true));
  }

  private void onDisplay(boolean shown) {
    if (!shown && modal.getParent() instanceof StackPane layers) {
      layers.getChildren().remove(modal);
      Node focus = before;
      before = null;
      if (focus != null && focus.getScene() != null) {
        focus.requestFocus();
      }
    }
  }
}

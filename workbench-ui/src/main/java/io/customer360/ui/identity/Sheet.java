package io.customer360.ui.identity;

import io.customer360.ui.control.Nodes;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A card over the window. Esc and a click beside it close it; the keys stay in it while it is
/// open.
final class Sheet {
  private static final String LAYER = "sheet-layer";

  private final VBox card = new VBox(14);
  private final StackPane layer = new StackPane(card);
  private Runnable closed = () -> {};
  private Subscription focus = Subscription.EMPTY;
  private @Nullable StackPane layers;
  private @Nullable Node before;

  Sheet(String name, double width) {
    card.getStyleClass().add("identity-sheet");
    card.setMaxSize(width, Region.USE_PREF_SIZE);
    card.setPrefWidth(width);
    Nodes.named(card, AccessibleRole.DIALOG, name);
    layer.getStyleClass().addAll("scrim", LAYER);
    layer.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getTarget() == layer) {
            close();
          }
        });
    layer.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  VBox card() {
    return card;
  }

  /// Called each time it is closed, however that happens.
  void onClosed(Runnable action) {
    closed = action;
  }

  void show(@Nullable Scene scene) {
    StackPane over = layers(scene);
    if (scene == null || over == null || open()) {
      return;
    }
    layers = over;
    before = scene.getFocusOwner();
    over.getChildren().add(layer);
    // What lies in scroll panes can be found only once the sheet is laid out.
    over.applyCss();
    over.layout();
    focusFirst();
    focus =
        scene
            .focusOwnerProperty()
            .subscribe(
                owner -> {
                  if (owner != null && !within(owner)) {
                    focusFirst();
                  }
                });
  }

  private boolean within(Node node) {
    Node at = node;
    while (at != null && at != layer) {
      at = at.getParent();
    }
    return at == layer;
  }

  private static @Nullable StackPane layers(@Nullable Scene scene) {
    return scene != null
            && scene.lookup(".workbench") instanceof Region frame
            && frame.getParent() instanceof StackPane over
        ? over
        : null;
  }

  /// The keys go to what is marked to have them, else to the card.
  void focusFirst() {
    Node first = card.lookup(".first-focus");
    if (first == null || first.isDisabled() || !first.isVisible()) {
      card.setFocusTraversable(true);
      first = card;
    }
    first.requestFocus();
  }

  /// Whether a sheet lies over the window: keys of the screen below must not act then.
  static boolean covers(@Nullable Scene scene) {
    StackPane over = layers(scene);
    return over != null
        && over.getChildren().stream().anyMatch(one -> one.getStyleClass().contains(LAYER));
  }

  boolean open() {
    return layers != null;
  }

  void close() {
    StackPane over = layers;
    Node back = before;
    if (over != null) {
      focus.unsubscribe();
      layers = null;
      before = null;
      over.getChildren().remove(layer);
      if (back != null) {
        back.requestFocus();
      }
      closed.run();
    }
  }
}

package io.customer360.ui.theme;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The presentation mask: replaces the words of every node marked `personal`, and of all that is in
/// one, so that no style sheet can show them. It looks at each watched scene, and at the popups
/// over it, before and after every layout: what a list or table writes while it is laid out is
/// covered before it is drawn. Screen readers still say the words. FX thread only.
final class PersonalMask {
  /// The style class of what belongs to a person.
  static final String PERSONAL = "personal";

  private final Map<Scene, Watch> watches = new HashMap<>();
  private final Set<Covered> covers = Collections.newSetFromMap(new WeakHashMap<>());
  private final ListChangeListener<Window> popups = change -> watchPopups();
  private boolean on;

  PersonalMask() {
    Window.getWindows().addListener(popups);
  }

  /// Covers or shows everything personal, also what is in no scene at the moment.
  void on(boolean masked) {
    on = masked;
    if (on) {
      watches.values().forEach(Watch::look);
    } else {
      Set.copyOf(covers).forEach(Covered::lift);
      covers.clear();
    }
  }

  void watch(Scene scene) {
    watches.computeIfAbsent(scene, Watch::new).look();
  }

  void release(Scene scene) {
    Watch watch = watches.remove(scene);
    if (watch != null) {
      watch.end();
    }
  }

  void close() {
    Window.getWindows().removeListener(popups);
    watches.values().forEach(Watch::end);
    watches.clear();
  }

  private void watchPopups() {
    watches.keySet().stream()
        .filter(scene -> scene.getWindow() instanceof PopupWindow popup && !popup.isShowing())
        .toList()
        .forEach(this::release);
    for (Window window : Window.getWindows()) {
      Scene scene = window.getScene();
      if (window instanceof PopupWindow popup && scene != null && watched(popup)) {
        watch(scene);
      }
    }
  }

  private boolean watched(PopupWindow popup) {
    Window owner = popup.getOwnerWindow();
    return owner != null && owner.getScene() != null && watches.containsKey(owner.getScene());
  }

  private boolean cover(Node node, boolean within) {
    boolean personal = within || node.getStyleClass().contains(PERSONAL);
    Covered covered = Covered.on(node);
    boolean changed = false;
    if (personal && covered == null) {
      changed = cover(node);
    } else if (!personal && covered != null) {
      covers.remove(covered);
      covered.lift();
      changed = true;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        changed |= cover(child, personal);
      }
    }
    return changed;
  }

  /// A skin's own text follows its control; a text field keeps what is typed, which `mask.css`
  /// hides.
  private boolean cover(Node node) {
    return switch (node) {
      case Labeled labeled -> covers.add(Covered.of(labeled, labeled.textProperty()));
      case Text text
          when !(text.getParent() instanceof Labeled) && !text.textProperty().isBound() ->
          covers.add(Covered.of(text, text.textProperty()));
      default -> false;
    };
  }

  /// One scene, looked at around every layout.
  private final class Watch {
    private final Scene scene;
    private final Runnable before = () -> look();
    private final Runnable after = this::lookAgain;

    Watch(Scene scene) {
      this.scene = scene;
      scene.addPreLayoutPulseListener(before);
      scene.addPostLayoutPulseListener(after);
    }

    boolean look() {
      Parent root = scene.getRoot();
      return on && root != null && cover(root, ofPersonal());
    }

    /// What the layout brought is covered and laid out before it is drawn.
    private void lookAgain() {
      if (look()) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
      }
    }

    /// Whether it is the scene of a popup over something personal, as a tooltip is.
    private boolean ofPersonal() {
      @Nullable Node owner =
          scene.getWindow() instanceof PopupWindow popup ? popup.getOwnerNode() : null;
      while (owner != null) {
        if (owner.getStyleClass().contains(PERSONAL)) {
          return true;
        }
        owner = owner.getParent();
      }
      return false;
    }

    void end() {
      scene.removePreLayoutPulseListener(before);
      scene.removePostLayoutPulseListener(after);
    }
  }
}

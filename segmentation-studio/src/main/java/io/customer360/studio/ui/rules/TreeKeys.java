package io.customer360.studio.ui.rules;

import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What can be done to the selected rule, by keys or by its menu.
final class TreeKeys {
  /// A deed with its keys.
  enum Deed {
    ADD("ENTER"),
    TOGGLE("SPACE"),
    DUPLICATE("Shortcut+D"),
    UP("Alt+UP"),
    DOWN("Alt+DOWN"),
    GROUP("Shortcut+G"),
    UNGROUP("Shortcut+Shift+G"),
    COPY("Shortcut+C"),
    PASTE("Shortcut+V"),
    DELETE("DELETE");

    private final KeyCombination keys;

    Deed(String keys) {
      this.keys = KeyCombination.valueOf(keys);
    }

    KeyCombination keys() {
      return keys;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final RuleTreePane tree;
  private final DraftModel model;

  TreeKeys(RuleTreePane tree, DraftModel model) {
    this.tree = tree;
    this.model = model;
  }

  void install(Node rows) {
    rows.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getTarget() instanceof RuleRow && act(event)) {
            event.consume();
          }
        });
  }

  private boolean act(KeyEvent event) {
    if (!event.isAltDown() && !event.isShortcutDown()) {
      if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
        step(event.getCode() == KeyCode.UP ? -1 : 1);
        return true;
      }
    }
    if (event.getCode() == KeyCode.BACK_SPACE) {
      run(Deed.DELETE);
      return true;
    }
    for (Deed deed : Deed.values()) {
      if (deed.keys().match(event)) {
        run(deed);
        return true;
      }
    }
    return false;
  }

  private void step(int by) {
    List<String> places = tree.places();
    int at = places.indexOf(model.selected());
    int next = Math.clamp((long) at + by, 0, Math.max(0, places.size() - 1));
    tree.row(places.get(next)).ifPresent(Node::requestFocus);
  }

  void run(Deed deed) {
    String place = model.selected();
    Rule root = model.rule().get();
    if (!Edits.exists(root, place)) {
      return;
    }
    Edits.@Nullable Edit edit =
        switch (deed) {
          case ADD -> {
            tree.add(place, null);
            yield null;
          }
          case TOGGLE ->
              place.isEmpty() ? null : new Edits.Edit(RuleTree.toggle(root, place), place);
          case DUPLICATE -> Edits.duplicate(root, place);
          case UP -> Edits.move(root, place, -1);
          case DOWN -> Edits.move(root, place, 1);
          case GROUP -> Edits.group(root, place);
          case UNGROUP -> Edits.ungroup(root, place);
          case COPY -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.text(place));
            Clipboard.getSystemClipboard().setContent(content);
            yield null;
          }
          case PASTE -> {
            String text = Clipboard.getSystemClipboard().getString();
            if (text != null && !text.isBlank()) {
              tree.paste(text);
            }
            yield null;
          }
          case DELETE -> Edits.remove(root, place);
        };
    if (edit != null) {
      model.change(edit.root(), edit.place());
      tree.focus();
    }
  }
}

package io.customer360.ui.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/// Key combinations as people read them: `Ctrl K`, `Alt Left`, on a Mac `⌘K`.
public final class Keys {
  private static final boolean MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

  private Keys() {}

  public static String text(KeyCombination keys) {
    List<String> parts = new ArrayList<>();
    if (pressed(keys.getControl()) || (!MAC && pressed(keys.getShortcut()))) {
      parts.add("Ctrl");
    }
    if (MAC && (pressed(keys.getShortcut()) || pressed(keys.getMeta()))) {
      parts.add("Cmd");
    }
    if (pressed(keys.getAlt())) {
      parts.add("Alt");
    }
    if (pressed(keys.getShift())) {
      parts.add("Shift");
    }
    parts.add(last(keys));
    return String.join(" ", parts);
  }

  private static String last(KeyCombination keys) {
    return switch (keys) {
      case KeyCodeCombination code -> name(code.getCode());
      case KeyCharacterCombination character -> character.getCharacter();
      default -> keys.getDisplayText();
    };
  }

  private static String name(KeyCode code) {
    return switch (code) {
      case PERIOD -> ".";
      case COMMA -> ",";
      case SLASH -> "/";
      case EQUALS -> "=";
      case MINUS -> "-";
      case OPEN_BRACKET -> "[";
      case CLOSE_BRACKET -> "]";
      case ESCAPE -> "Esc";
      default -> code.getName();
    };
  }

  private static boolean pressed(ModifierValue value) {
    return value == ModifierValue.DOWN;
  }

  /// Whether this acts as typing: no modifier but Shift. Such keys are left to text fields.
  public static boolean typing(KeyCombination keys) {
    boolean plain =
        !pressed(keys.getControl())
            && !pressed(keys.getAlt())
            && !pressed(keys.getMeta())
            && !pressed(keys.getShortcut());
    return plain && !(keys instanceof KeyCodeCombination code && code.getCode().isFunctionKey());
  }
}

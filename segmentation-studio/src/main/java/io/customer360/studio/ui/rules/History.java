package io.customer360.studio.ui.rules;

import io.customer360.studio.rule.Rule;
import java.util.ArrayDeque;
import java.util.Deque;

/// What a tree was before each change, to go back and forth. Keystrokes in the same field are one
/// change.
final class History {
  private static final int MOST = 500;

  private final Deque<Rule> back = new ArrayDeque<>();
  private final Deque<Rule> forth = new ArrayDeque<>();
  private String typing = "";

  void clear() {
    back.clear();
    forth.clear();
    typing = "";
  }

  /// @param field what is typed in, equal for keystrokes that belong together; blank for a change
  ///     that stands alone
  void changed(Rule before, String field) {
    if (field.isEmpty() || !field.equals(typing)) {
      back.push(before);
      if (back.size() > MOST) {
        back.removeLast();
      }
    }
    forth.clear();
    typing = field;
  }

  boolean canUndo() {
    return !back.isEmpty();
  }

  boolean canRedo() {
    return !forth.isEmpty();
  }

  Rule undo(Rule now) {
    typing = "";
    forth.push(now);
    return back.pop();
  }

  Rule redo(Rule now) {
    typing = "";
    back.push(now);
    return forth.pop();
  }
}

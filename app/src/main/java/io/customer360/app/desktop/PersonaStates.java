package io.customer360.app.desktop;

import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.text.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import org.jspecify.annotations.Nullable;

/// The sheet of test personas over a profile, for pictures: what the first of them holds, and what
/// would be decided for it. Only where there are personas: a picture makes none.
final class PersonaStates {
  private PersonaStates() {}

  /// How to get to each from the one before, the first from the profile as it opens.
  static Map<String, Consumer<WorkbenchWindow>> all() {
    Map<String, Consumer<WorkbenchWindow>> states = new LinkedHashMap<>();
    states.put(
        "personas",
        window ->
            window.context().actions().find("profile.personas").ifPresent(a -> a.run().run()));
    states.put("persona-decided", window -> press(window, ".segment", "profile.persona.decide"));
    return states;
  }

  /// Closes the sheet.
  static void leave(WorkbenchWindow window) {
    press(window, ".button", "profile.compare.close-sheet");
  }

  private static @Nullable Node sheet(WorkbenchWindow window) {
    return window.scene().getRoot().lookup(".compare-card");
  }

  private static void press(WorkbenchWindow window, String style, String key) {
    Node sheet = sheet(window);
    if (sheet != null) {
      sheet.lookupAll(style).stream()
          .filter(
              node ->
                  node instanceof ButtonBase button && Messages.text(key).equals(button.getText()))
          .findFirst()
          .ifPresent(node -> ((ButtonBase) node).fire());
    }
  }
}

package io.customer360.ui.command;

import io.customer360.job.Progress;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// The palette's commands: what can be done now, from the registry. `>` narrows to them.
public final class ActionPalette implements PaletteProvider {
  private final Supplier<List<Action>> actions;

  /// @param actions what can be done on the screen now shown; may be called off the FX thread
  public ActionPalette(Supplier<List<Action>> actions) {
    this.actions = actions;
  }

  @Override
  public String section() {
    return Messages.text("command.section");
  }

  @Override
  public String prefix() {
    return ">";
  }

  @Override
  public List<PaletteItem> find(String text, int limit, Progress progress) {
    List<PaletteItem> found = new ArrayList<>();
    String wanted = text.toLowerCase(Locale.ROOT);
    for (Action action : actions.get()) {
      if (!action.inPalette() || !action.enabled().get() || found.size() == limit) {
        continue;
      }
      int at = action.title().toLowerCase(Locale.ROOT).indexOf(wanted);
      if (at >= 0) {
        found.add(
            new PaletteItem(
                action.icon(),
                action.title(),
                wanted.isEmpty()
                    ? List.of()
                    : List.of(new PaletteItem.Span(at, at + wanted.length())),
                "",
                action.shortcut().map(Keys::text).orElse(""),
                action.run()));
      }
    }
    return found;
  }
}

package io.customer360.ui.center;

import io.customer360.assistant.AskOptions;
import io.customer360.assistant.Assistant;
import io.customer360.job.Progress;
import io.customer360.ui.command.PaletteItem;
import io.customer360.ui.command.PaletteProvider;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Navigator;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The palette's questions: the text as a question, and suggestions that contain it. `?` narrows to
/// them.
public final class QuestionPalette implements PaletteProvider {
  private final Assistant assistant;
  private final Navigator navigator;

  public QuestionPalette(Assistant assistant, Navigator navigator) {
    this.assistant = assistant;
    this.navigator = navigator;
  }

  @Override
  public String section() {
    return Messages.text("center.palette");
  }

  @Override
  public String prefix() {
    return "?";
  }

  @Override
  public List<PaletteItem> find(String text, int limit, Progress progress) {
    List<PaletteItem> found = new ArrayList<>();
    String wanted = text.toLowerCase(Locale.ROOT);
    if (text.contains(" ") && assistant.understand(text, AskOptions.plain()).understood()) {
      found.add(item(text, Messages.text("center.palette.as-is")));
    }
    for (String question : assistant.suggestions()) {
      progress.checkCancelled();
      if (question.toLowerCase(Locale.ROOT).contains(wanted) && !question.equals(text)) {
        found.add(item(question, Messages.text("center.palette.suggested")));
      }
    }
    if (found.isEmpty() && text.length() > 2) {
      found.add(item(text, Messages.text("center.palette.as-is")));
    }
    int most = text.isEmpty() ? Math.min(3, limit) : limit;
    return found.subList(0, Math.min(most, found.size()));
  }

  private PaletteItem item(String question, String fact) {
    return new PaletteItem(
        "fth-message-square",
        question,
        List.of(),
        fact,
        "",
        () -> navigator.go(new Destination.Question(question)));
  }
}

package io.customer360.ui.center;

import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.ScreenDefinition;
import io.customer360.ui.shell.ScreenshotRenderer;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.testing.SampleWindow;
import io.customer360.ui.testing.ShellPictures;
import io.customer360.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Pictures of the Command Center with the board's figures: `CenterPictures <folder>`.
public final class CenterPictures {
  private CenterPictures() {}

  public static List<ScreenDefinition> screens(UiContext context) {
    List<ScreenDefinition> all = new ArrayList<>(ShellPictures.screens(context));
    all.set(0, CenterView.definition(context, new FakeAssistant(), new FakeInsights()));
    return all;
  }

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    try (ScreenshotRenderer renderer = new ScreenshotRenderer()) {
      renderer.window(
          () -> new WorkbenchWindow(SampleWindow.model(CenterPictures::screens)),
          (window, pictures) -> {
            var navigator = window.context().navigator();
            pictures.take(Theme.LIGHT, () -> {}, folder.resolve("center-empty-light.png"));
            pictures.take(
                Theme.LIGHT,
                () -> navigator.go(new Destination.Question(FakeAssistant.QUESTION)),
                folder.resolve("center-light.png"));
            pictures.take(Theme.DARK, () -> {}, folder.resolve("center-dark.png"));
            pictures.take(
                Theme.LIGHT,
                () ->
                    navigator.go(new Destination.Question("How many moon customers are at risk?")),
                folder.resolve("center-refused-light.png"));
            pictures.take(
                Theme.DARK,
                () -> navigator.go(new Destination.Question("fault")),
                folder.resolve("center-fault-dark.png"));
          });
    }
    System.exit(0);
  }
}

package io.customer360.ui.shell;

import io.customer360.ui.control.Nodes;
import io.customer360.ui.testing.SampleWindow;
import io.customer360.ui.theme.Theme;
import io.customer360.ui.theme.ThemeManager;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;

/// Pictures of the first run: `FirstRunPictures <folder>`.
public final class FirstRunPictures {
  private FirstRunPictures() {}

  static FirstRunView view() {
    FirstRunView view =
        new FirstRunView(
            "Making your sample workspace",
            "Alder & Pine, an invented outdoor retailer. Nothing leaves this computer.",
            List.of(
                "Write 7 source files",
                "Land rows in bronze",
                "Resolve people",
                "Train churn and propensity",
                "Score and decide",
                "Open the Command Center"),
            SampleWindow.FORMATS);
    view.foot("About 9 s left.");
    return view;
  }

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    try (ScreenshotRenderer renderer = new ScreenshotRenderer()) {
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
        renderer.scene(
            () -> {
              ThemeManager themes = new ThemeManager(theme);
              themes.add(Nodes.class, "control.css");
              themes.add(WorkbenchWindow.class, "shell.css");
              FirstRunView view = view();
              view.accept(new FirstRunEvent.Done(0, "Write 7 source files", "84 MB, seed 7", 1900));
              view.accept(
                  new FirstRunEvent.Done(
                      1, "Land 846,198 rows in bronze", "2,257 duplicates, 37 held back", 4200));
              view.accept(
                  new FirstRunEvent.Done(
                      2, "Resolve people", "18,306 records, 10,482 people", 3100));
              view.accept(new FirstRunEvent.Started(3));
              view.accept(new FirstRunEvent.Moved(3, "time split, 5 folds", 0.62));
              Scene scene = new Scene(view, 1440, 900);
              themes.style(scene);
              return scene;
            },
            scene -> {},
            folder.resolve("first-run-" + theme.text() + ".png"));
      }
    }
    System.exit(0);
  }
}

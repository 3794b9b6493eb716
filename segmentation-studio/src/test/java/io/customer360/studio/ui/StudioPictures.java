package io.customer360.studio.ui;

import io.customer360.engine.Engine;
import io.customer360.engine.EngineExtras;
import io.customer360.job.JobRunner;
import io.customer360.studio.segment.SegmentFiles;
import io.customer360.studio.segment.SegmentStep;
import io.customer360.ui.shell.DayDoor;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.ScreenshotRenderer;
import io.customer360.ui.shell.ShellFacts;
import io.customer360.ui.shell.UiMemory;
import io.customer360.ui.shell.WorkbenchModel;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.text.Formats;
import io.customer360.ui.theme.Theme;
import io.customer360.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ToggleButton;

/// Pictures of the studio over a workspace with data: `StudioPictures <workspace> <folder>`.
public final class StudioPictures {
  static final String TITLE = "Loyal families gone quiet";
  static final String CONDITION =
      """
      tier in ('Gold', 'Silver') and orders_12m >= 3
      and (recency_days > 45 or email_opens_90d = 0) and margin_12m > 50""";

  private StudioPictures() {}

  /// A window with the screens of this module alone.
  static WorkbenchModel model(Engine engine) {
    Instant now = engine.lakehouse().asOf();
    return new WorkbenchModel(
        "Customer360 Workbench",
        engine.person().name(),
        Theme.LIGHT,
        Formats.british("GBP", "Europe/London", now),
        new JobRunner(),
        UiMemory.none(),
        () ->
            new ShellFacts(
                "workspace", 0, engine.lakehouse().snapshotId(), now, null, "", "", Map.of()),
        Optional.empty(),
        DayDoor.NONE,
        context ->
            new StudioScreens(
                    engine.workspace(),
                    engine.lakehouse(),
                    engine.person(),
                    new StudioDoors(
                        engine.outbox(),
                        engine.audit(),
                        java.time.Clock.fixed(now, java.time.ZoneOffset.UTC),
                        () -> List.of("webhook", "lists"),
                        progress -> {
                          throw new IllegalStateException("pictures send nothing");
                        },
                        name -> Optional.empty(),
                        Optional::empty))
                .definitions(context),
        context -> List.of());
  }

  static Engine open(Path folder) {
    Workspace workspace = Workspace.open(folder);
    SegmentStep step = new SegmentStep(new SegmentFiles(workspace.segments()));
    return Engine.open(workspace, new EngineExtras(List.of(step), List.of(step)));
  }

  /// Presses a choice by its words.
  private static void press(WorkbenchWindow window, String words) {
    window.scene().getRoot().lookupAll(".segment").stream()
        .filter(node -> node instanceof ToggleButton button && button.getText().equals(words))
        .forEach(node -> ((ToggleButton) node).fire());
  }

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[1]);
    try (Engine engine = open(Path.of(arguments[0]));
        ScreenshotRenderer renderer = new ScreenshotRenderer()) {
      renderer.window(
          () -> new WorkbenchWindow(model(engine)),
          (window, pictures) -> {
            var navigator = window.context().navigator();
            pictures.take(
                Theme.DARK,
                () -> navigator.go(new Destination.Screen(Screens.SEGMENTS)),
                folder.resolve("studio-empty-dark.png"));
            pictures.take(
                Theme.LIGHT,
                () -> navigator.go(new Destination.Segment(TITLE, CONDITION)),
                folder.resolve("studio-light.png"));
            pictures.take(Theme.DARK, () -> {}, folder.resolve("studio-dark.png"));
            for (String view : List.of("t-SNE", "Silhouette", "Tree", "Drift")) {
              pictures.take(
                  Theme.LIGHT, () -> press(window, view), folder.resolve(view + "-light.png"));
              pictures.take(Theme.DARK, () -> {}, folder.resolve(view + "-dark.png"));
            }
            pictures.take(
                Theme.LIGHT,
                () -> navigator.go(new Destination.Screen("cohorts")),
                folder.resolve("cohorts-light.png"));
            pictures.take(Theme.DARK, () -> {}, folder.resolve("cohorts-dark.png"));
          });
    }
    System.exit(0);
  }
}

package io.customer360.app.desktop;

import io.customer360.app.Composition;
import io.customer360.app.past.PastWorkspaces;
import io.customer360.engine.Engine;
import io.customer360.job.JobRunner;
import io.customer360.ui.shell.DayDoor;
import io.customer360.ui.shell.UiMemory;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.theme.Theme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The windows that show past days, one a day, beside the window of today: made by a job that shows
/// in that window and can be cancelled there. FX thread only.
final class PastWindows implements AutoCloseable {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final Engine engine;
  private final JobRunner runner;
  private final Map<LocalDate, Shown> shown = new LinkedHashMap<>();
  private final Set<LocalDate> making = new HashSet<>();

  /// One open window and what belongs to it.
  private record Shown(Stage stage, WorkbenchWindow window, JobRunner runner, Engine engine) {
    void close() {
      stage.hide();
      window.close();
      runner.close();
      engine.close();
    }
  }

  PastWindows(Engine engine, JobRunner runner) {
    this.engine = engine;
    this.runner = runner;
  }

  DayDoor door() {
    return new DayDoor(false, Optional.of(this::open));
  }

  private void open(LocalDate day) {
    Shown there = shown.get(day);
    if (there != null) {
      there.stage().toFront();
      return;
    }
    if (!making.add(day)) {
      return;
    }
    var unused =
        runner
            .submit(
                "Every screen as of " + DAY.format(day),
                progress -> {
                  Path folder = new PastWorkspaces(engine).of(day, progress).folder();
                  return Composition.open(folder);
                })
            .result()
            .whenComplete((past, failure) -> Platform.runLater(() -> made(day, past)));
  }

  private void made(LocalDate day, @Nullable Engine past) {
    making.remove(day);
    if (past != null) {
      show(day, past);
    }
  }

  private void show(LocalDate day, Engine past) {
    Stage stage = new Stage();
    JobRunner jobs = new JobRunner();
    UiMemory memory = UiMemory.file(past.workspace().root().resolve("window.properties"));
    Theme theme =
        memory
            .get("shell.theme")
            .map(Theme::of)
            .orElseGet(() -> Theme.of(engine.workspace().settings().theme()));
    WorkbenchWindow window =
        new WorkbenchWindow(
            new WindowParts(past, jobs, memory, new StageDialogs(stage)).model(theme));
    shown.put(day, new Shown(stage, window, jobs, past));
    stage.setOnHidden(event -> closed(day));
    window.show(stage);
  }

  private void closed(LocalDate day) {
    Shown gone = shown.remove(day);
    if (gone != null) {
      gone.close();
    }
  }

  @Override
  public void close() {
    List.copyOf(shown.keySet()).forEach(this::closed);
  }
}

package io.customer360.app.desktop;

import io.customer360.app.Composition;
import io.customer360.app.Logging;
import io.customer360.app.road.RoadListener;
import io.customer360.app.road.RoadStep;
import io.customer360.app.road.SampleWorkspace;
import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.JobHandle;
import io.customer360.job.JobRunner;
import io.customer360.job.JobState;
import io.customer360.job.JobStatus;
import io.customer360.sample.SampleSpec;
import io.customer360.ui.job.Fault;
import io.customer360.ui.shell.FirstRunEvent;
import io.customer360.ui.shell.FirstRunView;
import io.customer360.ui.shell.OpeningView;
import io.customer360.ui.shell.UiMemory;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.text.Formats;
import io.customer360.ui.theme.Theme;
import io.customer360.ui.theme.ThemeManager;
import io.customer360.workspace.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window's life: opens the workspace named by the first parameter, makes the sample workspace
/// there when there is none, and closes everything in order.
public final class WorkbenchApplication extends Application {
  private static final Logger LOG = LoggerFactory.getLogger(WorkbenchApplication.class);

  private final JobRunner runner = new JobRunner();
  private final Map<String, Long> drawn = new LinkedHashMap<>();
  private @Nullable Engine engine;
  private @Nullable WorkbenchWindow window;
  private @Nullable PastWindows past;

  @Override
  public void start(Stage stage) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> LOG.error("Uncaught on {}", thread.getName(), failure));
    Path workspace = Path.of(getParameters().getRaw().getFirst());
    if (Workspace.isWorkspace(workspace)) {
      open(stage, workspace);
    } else {
      makeSample(stage, workspace);
    }
  }

  /// The window is there at once; the workspace is opened behind it, off the screen's thread.
  private void open(Stage stage, Path workspace) {
    UiMemory memory = UiMemory.file(workspace.resolve("window.properties"));
    Optional<Theme> chosen = memory.get("shell.theme").map(Theme::of);
    OpeningView opening =
        new OpeningView(String.valueOf(workspace.getFileName()), chosen.orElse(Theme.LIGHT));
    stage.setTitle("Customer360 Workbench");
    opening.show(stage, memory);
    say("Window drawn");
    var unused =
        runner
            .submit("Open the workspace", progress -> Composition.open(workspace))
            .result()
            .whenComplete(
                (opened, failure) ->
                    Platform.runLater(
                        () -> {
                          opening.close();
                          if (failure == null) {
                            fill(stage, memory, opened, chosen);
                          } else {
                            refuse(failure);
                          }
                        }));
  }

  private void fill(Stage stage, UiMemory memory, Engine opened, Optional<Theme> chosen) {
    engine = opened;
    try {
      Logging.toFolder(opened.workspace().logs());
    } catch (IOException failure) {
      refuse(WorkbenchException.resource("C360-APP-003", "The log cannot be written.", failure));
      return;
    }
    WindowParts parts = parts(stage, opened, memory);
    Theme theme = chosen.orElse(Theme.of(opened.workspace().settings().theme()));
    WorkbenchWindow shown = new WorkbenchWindow(parts.model(theme));
    window = shown;
    shown.show(stage);
    say("Workspace shown");
    var unused = runner.submit("Prepare search", progress -> prepare(opened));
  }

  /// The window of today opens those of past days, and takes them along when it closes.
  private WindowParts parts(Stage stage, Engine opened, UiMemory memory) {
    StageDialogs dialogs = new StageDialogs(stage);
    if (opened.workspace().settings().past().isPresent()) {
      return new WindowParts(opened, runner, memory, dialogs);
    }
    PastWindows windows = new PastWindows(opened, runner);
    past = windows;
    stage.setOnHidden(event -> windows.close());
    return new WindowParts(opened, runner, memory, dialogs, windows.door());
  }

  /// Logs how long after the program's start the picture now asked for was drawn.
  private void say(String what) {
    long began = ManagementFactory.getRuntimeMXBean().getStartTime();
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        // the second pulse begins when the first one has been drawn
        if (++pulses == 2) {
          stop();
          Duration worked = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
          drawn.put(
              what + " (" + worked.toMillis() + " ms of processor time)",
              System.currentTimeMillis() - began);
          if (engine != null) {
            drawn.forEach((name, millis) -> LOG.info("{} {} ms after the start", name, millis));
            drawn.clear();
          }
        }
      }
    }.start();
  }

  private static boolean prepare(Engine opened) {
    opened.profiles().prepareSearch();
    return true;
  }

  /// A start that fails says so in a window, and in the log.
  private static void refuse(Throwable failure) {
    LOG.error("The workspace could not be opened", failure);
    Fault fault = Fault.of(failure);
    Alert alert = new Alert(Alert.AlertType.ERROR, fault.plain());
    alert.setHeaderText("The workspace could not be opened");
    alert.setTitle(fault.code());
    alert.showAndWait();
    Platform.exit();
  }

  private void makeSample(Stage stage, Path workspace) {
    SampleSpec spec = SampleSpec.standard();
    FirstRunView view =
        new FirstRunView(
            "Making your sample workspace",
            "Alder & Pine, an invented outdoor retailer. Nothing leaves this computer.",
            Arrays.stream(RoadStep.values()).map(RoadStep::words).toList(),
            Formats.british("GBP", "Europe/London", spec.today()));
    ThemeManager themes = new ThemeManager(Theme.LIGHT);
    themes.add(WorkbenchWindow.class, "shell.css");
    Scene scene = new Scene(view, 1440, 900);
    themes.style(scene);
    stage.setTitle("Customer360 Workbench");
    stage.setScene(scene);
    stage.show();
    Shown shown = new Shown(view);
    JobHandle<SampleWorkspace.Report> making =
        runner.submit(
            "Make the sample workspace",
            progress -> new SampleWorkspace(spec, shown).make(workspace, progress));
    AutoCloseable listening = runner.listen(shown::hear);
    view.onCancel(making::cancel);
    var unused =
        making
            .result()
            .whenComplete(
                (report, failure) ->
                    Platform.runLater(
                        () -> {
                          stopListening(listening);
                          made(stage, workspace, view, shown, themes, failure);
                        }));
  }

  private static void stopListening(AutoCloseable listening) {
    try {
      listening.close();
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private void made(
      Stage stage,
      Path workspace,
      FirstRunView view,
      Shown shown,
      ThemeManager themes,
      @Nullable Throwable failure) {
    if (failure == null) {
      themes.close();
      open(stage, workspace);
    } else if (failure instanceof CancellationException) {
      Platform.exit();
    } else {
      view.accept(new FirstRunEvent.Failed(shown.current(), Fault.of(failure)));
    }
  }

  @Override
  public void stop() {
    if (past != null) {
      past.close();
    }
    if (window != null) {
      window.close();
    }
    runner.close();
    if (engine != null) {
      engine.close();
    }
  }

  /// The road's steps on the progress screen.
  private static final class Shown implements RoadListener {
    private final FirstRunView view;
    private final AtomicReference<@Nullable JobStatus> newest = new AtomicReference<>();
    private volatile int current;

    Shown(FirstRunView view) {
      this.view = view;
    }

    /// Progress comes far more often than a screen is drawn: only the newest is shown.
    void hear(JobStatus status) {
      if (newest.getAndSet(status) == null) {
        Platform.runLater(this::show);
      }
    }

    private void show() {
      JobStatus status = newest.getAndSet(null);
      if (status == null || status.state() != JobState.RUNNING) {
        return;
      }
      view.accept(new FirstRunEvent.Moved(current, status.stage(), -1));
      view.foot(
          status.fraction() < 0
              ? ""
              : String.format(
                  Locale.UK, "%d\u202f%% of everything", Math.round(100 * status.fraction())));
    }

    int current() {
      return current;
    }

    @Override
    public void started(RoadStep step) {
      current = step.ordinal();
      view.accept(new FirstRunEvent.Started(current));
    }

    @Override
    public void finished(RoadStep step, String fact, Duration took) {
      view.accept(new FirstRunEvent.Done(step.ordinal(), step.words(), fact, took.toMillis()));
    }
  }
}

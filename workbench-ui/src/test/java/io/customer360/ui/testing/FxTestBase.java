package io.customer360.ui.testing;

import io.customer360.ui.control.Nodes;
import io.customer360.ui.shell.ScreenshotRenderer;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.theme.Theme;
import io.customer360.ui.theme.ThemeManager;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/// For tests that need nodes: the toolkit once a JVM, a styled stage per test, helpers that run on
/// the FX thread and wait for conditions instead of sleeping.
public abstract class FxTestBase {
  private static final long LONGEST_SECONDS = 20;
  private static ScreenshotRenderer toolkit;
  private Stage stage;
  private ThemeManager themes;

  @BeforeAll
  static void startToolkit() {
    if (toolkit == null) {
      toolkit = new ScreenshotRenderer();
    }
  }

  @AfterEach
  void closeStage() {
    onFx(
        () -> {
          if (stage != null) {
            stage.hide();
            stage = null;
          }
          if (themes != null) {
            themes.close();
            themes = null;
          }
          return null;
        });
  }

  protected static <T> T onFx(Callable<T> work) {
    return ScreenshotRenderer.onFx(work);
  }

  protected static void runFx(Runnable work) {
    ScreenshotRenderer.onFx(work);
  }

  /// Shows a node in the light theme at this size.
  protected Scene show(Callable<? extends Parent> make, double width, double height) {
    Scene scene =
        onFx(
            () -> {
              themes = new ThemeManager(Theme.LIGHT);
              themes.add(Nodes.class, "control.css");
              themes.add(WorkbenchWindow.class, "shell.css");
              Scene made = new Scene(make.call(), width, height);
              themes.style(made);
              stage = new Stage();
              stage.setScene(made);
              stage.setWidth(width);
              stage.setHeight(height);
              stage.show();
              return made;
            });
    pulses(2);
    return scene;
  }

  /// Shows a whole window; the caller closes it.
  protected void show(WorkbenchWindow window) {
    runFx(
        () -> {
          stage = new Stage();
          stage.setScene(window.scene());
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(1440);
          stage.setHeight(900);
          stage.show();
        });
    await("window idle", window::idle);
    pulses(3);
  }

  /// Waits until the condition holds, looked at on the FX thread.
  protected static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (!onFx(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain for: " + what);
      }
      pulses(1);
    }
  }

  /// Lets the toolkit lay out and draw this many times.
  protected static void pulses(int count) {
    CountDownLatch latch = new CountDownLatch(count);
    Platform.runLater(
        () ->
            new javafx.animation.AnimationTimer() {
              @Override
              public void handle(long now) {
                latch.countDown();
                if (latch.getCount() == 0) {
                  stop();
                }
              }
            }.start());
    try {
      if (!latch.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the toolkit stands still");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}

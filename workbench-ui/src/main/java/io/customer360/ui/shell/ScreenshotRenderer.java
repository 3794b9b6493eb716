package io.customer360.ui.shell;

import io.customer360.ui.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Renders scenes to PNG without a display. The JVM must run with `-Dglass.platform=Headless
/// -Dprism.order=sw`. Call from a thread that is not the FX thread; each call waits until the
/// picture is written.
///
/// ```java
/// try (ScreenshotRenderer renderer = new ScreenshotRenderer()) {
///   renderer.window(() -> new WorkbenchWindow(model), (window, pictures) -> {
///     pictures.take(Theme.LIGHT, () -> window.context().navigator().go(...), path);
///   });
/// }
/// ```
public final class ScreenshotRenderer implements AutoCloseable {
  public static final int WIDTH = 1440;
  public static final int HEIGHT = 900;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /// Starts the toolkit unless it runs.
  public ScreenshotRenderer() {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
      await(started);
    } catch (IllegalStateException running) {
      // decision: a toolkit that runs already is used as it is
      started.countDown();
    }
    Platform.setImplicitExit(false);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("the toolkit did not start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Takes pictures of one window.
  public interface Pictures {
    /// Puts the window into this theme, does `go` on the FX thread, waits until the window has read
    /// what it shows, and writes the picture.
    void take(Theme theme, Runnable go, Path png);
  }

  /// What to picture of the window.
  public interface Album {
    void fill(WorkbenchWindow window, Pictures pictures);
  }

  /// Opens a window of 1440 x 900, lets `album` take its pictures, and closes it.
  public void window(Callable<WorkbenchWindow> make, Album album) {
    WorkbenchWindow window =
        onFx(
            () -> {
              WorkbenchWindow made = make.call();
              made.forPictures();
              return made;
            });
    Stage stage = onFx(() -> stage(window.scene()));
    try {
      settle(window::idle);
      album.fill(
          window,
          (theme, go, png) -> {
            onFx(
                () -> {
                  window.context().themes().choose(theme);
                  go.run();
                });
            settle(window::idle);
            write(window.scene(), png);
          });
    } finally {
      onFx(
          () -> {
            stage.hide();
            window.close();
          });
    }
  }

  /// A picture of any scene that reads nothing, such as a gallery of controls. It is not shown in a
  /// window: the headless screen is smaller than some pictures.
  public void scene(Callable<Scene> make, Consumer<Scene> prepare, Path png) {
    Scene scene = onFx(make);
    onFx(
        () -> {
          scene.snapshot(null);
          prepare.accept(scene);
          scene.snapshot(null);
        });
    settle(() -> true);
    write(scene, png);
  }

  private static Stage stage(Scene scene) {
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    stage.show();
    return stage;
  }

  /// Waits until nothing is read, then lets layout and its late followers happen.
  private static void settle(BooleanSupplier idle) {
    long end = System.nanoTime() + LONGEST.toNanos();
    int quiet = 0;
    while (quiet < 6) {
      boolean now = onFx(idle::getAsBoolean);
      quiet = now ? quiet + 1 : 0;
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the screen did not come to rest");
      }
      nextPulse();
    }
  }

  private static void nextPulse() {
    CountDownLatch pulse = new CountDownLatch(2);
    Platform.runLater(
        () -> {
          javafx.animation.AnimationTimer timer =
              new javafx.animation.AnimationTimer() {
                @Override
                public void handle(long now) {
                  pulse.countDown();
                  if (pulse.getCount() == 0) {
                    stop();
                  }
                }
              };
          timer.start();
        });
    await(pulse);
  }

  private static void write(Scene scene, Path png) {
    WritableImage image = onFx(() -> scene.snapshot(null));
    try {
      Path folder = png.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", png.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(png.toString(), e);
    }
  }

  /// Runs on the FX thread and waits.
  public static void onFx(Runnable work) {
    onFx(
        () -> {
          work.run();
          return true;
        });
  }

  /// Runs on the FX thread and waits for the result.
  public static <T> T onFx(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable task =
        () -> {
          try {
            result.complete(work.call());
          } catch (Exception failure) {
            result.completeExceptionally(failure);
          }
        };
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
    try {
      return result.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    // the toolkit stays: it cannot be started twice in one program
  }
}

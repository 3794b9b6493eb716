package io.customer360.ui.control;

import io.customer360.ui.center.CenterPictures;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.ScreenshotRenderer;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.testing.SampleWindow;
import io.customer360.ui.theme.Theme;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Hyperlink;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// Pictures of what pops up: evidence, choices, menus. `PopupPictures <folder>`.
public final class PopupPictures {
  private PopupPictures() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    try (ScreenshotRenderer renderer = new ScreenshotRenderer()) {
      renderer.window(
          () -> new WorkbenchWindow(SampleWindow.model(CenterPictures::screens)),
          (window, pictures) -> {
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
              pictures.take(
                  theme,
                  () -> window.context().navigator().go(new Destination.Question("loyal")),
                  folder.resolve("popup-base.png"));
              pictures.take(
                  theme,
                  () -> ((Hyperlink) window.scene().getRoot().lookup(".evidence-link")).fire(),
                  folder.resolve("popup-base.png"));
              save(folder.resolve("popup-evidence-" + theme.text()).toFile());
              pictures.take(
                  theme,
                  () -> {
                    ((Chip) window.scene().getRoot().lookup(".chip.editable")).fire();
                  },
                  folder.resolve("popup-base.png"));
              save(folder.resolve("popup-chip-" + theme.text()).toFile());
            }
          });
    }
    System.exit(0);
  }

  private static void save(File base) {
    ScreenshotRenderer.onFx(
        () -> {
          int index = 0;
          for (Window popup : List.copyOf(Window.getWindows())) {
            if (popup instanceof javafx.stage.PopupWindow shown) {
              var image = shown.getScene().snapshot(null);
              ImageIO.write(
                  SwingFXUtils.fromFXImage(image, null),
                  "png",
                  new File(base + "-" + index++ + ".png"));
              shown.hide();
            }
          }
          return true;
        });
  }
}

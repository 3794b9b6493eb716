package io.customer360.ui.shell;

import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Theme;
import io.customer360.ui.theme.ThemeManager;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// The window while its workspace is being opened: where it was last time, in its theme, saying
/// what it waits for. [WorkbenchWindow#show] then takes the stage over.
public final class OpeningView implements AutoCloseable {
  private final ThemeManager themes;
  private final Scene scene;

  /// @param workspace the folder's name
  public OpeningView(String workspace, Theme theme) {
    themes = new ThemeManager(theme);
    themes.add(WorkbenchWindow.class, "shell.css");
    String words = Messages.text("shell.opening", workspace);
    VBox box = new VBox(16, new Mark(40), Nodes.label(words, "muted"));
    box.setAlignment(Pos.CENTER);
    StackPane root = new StackPane(box);
    root.getStyleClass().addAll("workbench", "opening");
    Nodes.named(root, AccessibleRole.PARENT, words);
    scene = new Scene(root, 1440, 900);
    themes.style(scene);
  }

  /// Shows the stage where it was last time.
  public void show(Stage stage, UiMemory memory) {
    stage.setScene(scene);
    WindowMemory.restore(stage, memory);
    stage.show();
  }

  @Override
  public void close() {
    themes.release(scene);
    themes.close();
  }
}

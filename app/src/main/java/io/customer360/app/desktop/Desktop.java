package io.customer360.app.desktop;

import io.customer360.app.Places;
import io.customer360.fault.WorkbenchException;
import java.nio.file.Path;
import javafx.application.Application;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the program does without a command: the window, or, where there is no display, the whole
/// road and every screen as a picture.
public final class Desktop {
  private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

  private Desktop() {}

  /// Answers the exit code once the window is closed or the pictures are drawn.
  public static int open() {
    Path workspace = Places.workspace(null);
    try {
      if (!Display.there()) {
        return WithoutDisplay.run(workspace);
      }
      Application.launch(WorkbenchApplication.class, workspace.toString());
      return 0;
    } catch (WorkbenchException failure) {
      LOG.error("The desktop could not be opened", failure);
      System.err.println("workbench: " + failure.plain() + " [" + failure.code() + "]");
      return 1;
    } catch (UnsupportedOperationException noDisplay) {
      LOG.error("No display", noDisplay);
      return WithoutDisplay.run(workspace);
    } catch (RuntimeException | UnsatisfiedLinkError failure) {
      LOG.error("The desktop could not be opened", failure);
      System.err.println(
          "workbench: the window could not be opened: "
              + failure.getMessage()
              + ". See: workbench doctor");
      return 1;
    }
  }
}

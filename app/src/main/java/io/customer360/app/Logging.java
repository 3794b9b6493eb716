package io.customer360.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Logs go to a file, English and with stack traces; the terminal and the screens get plain words.
public final class Logging {
  /// Held here because `java.util.logging` keeps loggers weakly.
  private static final Logger ROOT = Logger.getLogger("");

  private static final Logger TOOLKIT = Logger.getLogger("javafx");

  private Logging() {}

  /// Silences the terminal. Called first by the program.
  static void configure() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
    LogManager.getLogManager().reset();
    ROOT.setLevel(Level.INFO);
    TOOLKIT.setLevel(Level.SEVERE);
  }

  /// Sends the log to `folder/workbench.log`, two files of 5 MB in turn.
  public static void toFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
      handler.close();
    }
    FileHandler file =
        new FileHandler(
            folder.resolve("workbench.%g.log").toString().replace("\\", "/"), 5_000_000, 2, true);
    file.setFormatter(new SimpleFormatter());
    file.setEncoding("UTF-8");
    ROOT.addHandler(file);
  }
}

package io.customer360.app;

import io.customer360.app.command.Root;
import io.customer360.app.desktop.Desktop;

/// The program. Without arguments it opens the desktop, with arguments it is a command.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Logging.configure();
    StandardStreams streams = StandardStreams.install();
    int code = arguments.length == 0 ? Desktop.open() : Root.run(arguments);
    // decision: an explicit exit, because native libraries leave non-daemon threads behind.
    System.exit(streams.leave(code));
  }
}

package io.customer360.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The most memory this process ever held.
final class PeakMemory {
  private PeakMemory() {}

  /// In megabytes of a million bytes, 0 where the system does not tell.
  static long megabytes() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1_000_000;
        }
      }
    } catch (IOException notThisSystem) {
      return 0;
    }
    return 0;
  }
}

package io.customer360.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/// The most memory the program held: the process as the operating system counts it where that can
/// be read, else the virtual machine's pools.
public final class PeakMemory {
  private PeakMemory() {}

  /// In megabytes of a million bytes.
  public static long megabytes() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1_000_000;
        }
      }
    } catch (IOException | NumberFormatException notThisSystem) {
      return pools();
    }
    return pools();
  }

  private static long pools() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      bytes += pool.getPeakUsage() == null ? 0 : pool.getPeakUsage().getUsed();
    }
    return bytes / 1_000_000;
  }
}

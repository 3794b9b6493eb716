package io.customer360.app.road;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// The processor time this process has used, user and system, over all its threads. On a machine
/// that others use too it tells more than the clock on the wall.
public final class ProcessTime {
  private ProcessTime() {}

  /// Seconds since the process began; 0 where the platform does not tell.
  public static double seconds() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? Math.max(0, system.getProcessCpuTime()) / 1e9
        : 0;
  }
}

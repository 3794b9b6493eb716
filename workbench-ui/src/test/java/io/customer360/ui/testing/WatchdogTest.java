package io.customer360.ui.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// The watchdog sees what it is for.
class WatchdogTest extends FxTestBase {
  @Test
  void aThreadThatCountsIsHeld() {
    assertThatThrownBy(() -> Watchdog.mustNotStall("counting", () -> runFx(() -> burn(150))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("counting held the FX thread");
  }

  @Test
  void aThreadThatWaitsForAnotherIsHeld() {
    assertThatThrownBy(() -> Watchdog.mustNotStall("waiting", () -> runFx(() -> park(600))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("waiting held the FX thread");
  }

  @Test
  void shortWorkIsNoStall() {
    assertThatCode(() -> Watchdog.mustNotStall("short work", () -> runFx(() -> burn(2))))
        .doesNotThrowAnyException();
  }

  /// Uses the processor for so long.
  private static void burn(long millis) {
    var threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long sum = 0;
    while (threads.getCurrentThreadCpuTime() < end) {
      sum += System.nanoTime() & 1;
    }
    if (sum < 0) {
      throw new AssertionError();
    }
  }

  private static void park(long millis) {
    CountDownLatch never = new CountDownLatch(1);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end && never.getCount() > 0) {
      LockSupport.parkNanos(never, end - System.nanoTime());
    }
  }
}

package io.customer360.ui.testing;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;

/// Finds what holds the FX thread. While `action` runs, a task is passed through the FX thread
/// again and again; the longest wait is the stall. Warm up first: class loading and the first CSS
/// pass are not what a person feels every day.
///
/// As other programs share the machine, a stall counts only when it comes back (the best of three
/// tries is judged), and the limit grows with the number of tasks that want each core.
public final class Watchdog {
  public static final long LIMIT_MILLIS = 100;

  private Watchdog() {}

  /// @param action done off the FX thread, such as a robot's journey; repeated up to three times
  public static void mustNotStall(String what, Runnable action) {
    var machine = ManagementFactory.getOperatingSystemMXBean();
    double crowd = machine.getSystemLoadAverage() / machine.getAvailableProcessors();
    long limit = Math.round(LIMIT_MILLIS * Math.clamp(crowd, 1, 10));
    Stall best = null;
    for (int attempt = 0; attempt < 3; attempt++) {
      Stall stall = watch(action);
      if (best == null || stall.millis < best.millis) {
        best = stall;
      }
      if (best.millis <= limit) {
        return;
      }
    }
    throw new AssertionError(
        what
            + " held the FX thread for "
            + best.millis
            + " ms, allowed "
            + limit
            + ", last seen at\n"
            + best.where);
  }

  private record Stall(long millis, String where) {}

  private static Stall watch(Runnable action) {
    AtomicReference<Thread> screen = new AtomicReference<>();
    CountDownLatch known = new CountDownLatch(1);
    Platform.runLater(
        () -> {
          screen.set(Thread.currentThread());
          known.countDown();
        });
    await(known, Long.MAX_VALUE);
    Thread worker = Thread.ofPlatform().daemon().name("watched").start(action);
    long longest = 0;
    String where = "";
    while (worker.isAlive()) {
      CountDownLatch passed = new CountDownLatch(1);
      long start = System.nanoTime();
      Platform.runLater(passed::countDown);
      String seen = "";
      while (!await(passed, LIMIT_MILLIS / 2)) {
        seen = stack(screen.get());
      }
      long millis = (System.nanoTime() - start) / 1_000_000;
      if (millis > longest) {
        longest = millis;
        where = seen;
      }
      try {
        worker.join(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return new Stall(longest, where);
  }

  private static boolean await(CountDownLatch latch, long millis) {
    try {
      return latch.await(Math.min(millis, 60_000), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String stack(Thread thread) {
    StringBuilder text = new StringBuilder();
    Arrays.stream(thread.getStackTrace())
        .limit(25)
        .forEach(frame -> text.append("  ").append(frame).append('\n'));
    return text.toString();
  }
}

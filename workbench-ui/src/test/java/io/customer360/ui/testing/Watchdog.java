package io.customer360.ui.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;

/// Finds what holds the FX thread. While `action` runs, a task is passed through the FX thread
/// again and again. What the thread did itself while a task waited is judged, not the wait: its
/// processor time, which other programs on the machine do not lengthen, and the time it was seen
/// blocked or waiting for another thread (but not for the renderer to finish the picture before).
/// Warm up first: class loading and the first CSS pass are not what a person feels every day.
///
/// A collection of garbage or a late compilation can hit any try, so the best of three is judged.
public final class Watchdog {
  public static final long LIMIT_MILLIS = 100;
  private static final long LOOK_MILLIS = 10;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Watchdog() {}

  /// @param action done off the FX thread, such as a robot's journey; repeated up to three times
  public static void mustNotStall(String what, Runnable action) {
    Stall best = null;
    for (int attempt = 0; attempt < 3; attempt++) {
      Stall stall = watch(action);
      if (best == null || stall.millis < best.millis) {
        best = stall;
      }
      if (best.millis <= LIMIT_MILLIS) {
        return;
      }
    }
    throw new AssertionError(
        what
            + " held the FX thread for "
            + best.millis
            + " ms of its own time, allowed "
            + LIMIT_MILLIS
            + ", last seen at\n"
            + best.where);
  }

  private record Stall(long millis, String where) {}

  private static Stall watch(Runnable action) {
    Thread screen = screenThread();
    AtomicReference<Throwable> failed = new AtomicReference<>();
    Thread worker =
        Thread.ofPlatform()
            .daemon()
            .name("watched")
            .start(
                () -> {
                  try {
                    action.run();
                  } catch (RuntimeException | AssertionError failure) {
                    failed.set(failure);
                  }
                });
    Stall longest = new Stall(0, "");
    while (worker.isAlive()) {
      Stall stall = pass(screen);
      longest = stall.millis > longest.millis ? stall : longest;
      try {
        worker.join(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    if (failed.get() != null) {
      throw new AssertionError("the watched journey failed", failed.get());
    }
    return longest;
  }

  /// Passes one task through and adds up what the thread did until then.
  private static Stall pass(Thread screen) {
    CountDownLatch passed = new CountDownLatch(1);
    long[] after = new long[1];
    long before = THREADS.getThreadCpuTime(screen.threadId());
    Platform.runLater(
        () -> {
          after[0] = THREADS.getCurrentThreadCpuTime();
          passed.countDown();
        });
    long waiting = 0;
    String seen = "";
    while (!await(passed, LOOK_MILLIS)) {
      Thread.State state = screen.getState();
      boolean held =
          state == Thread.State.BLOCKED
              || state == Thread.State.WAITING
              || state == Thread.State.TIMED_WAITING;
      String where = stack(screen);
      // the toolkit's wait for its own renderer is a matter of the machine, not of the screens
      waiting += held && !where.contains("waitForRenderingToComplete") ? LOOK_MILLIS : 0;
      seen = where;
    }
    return new Stall((after[0] - before) / 1_000_000 + waiting, seen);
  }

  private static Thread screenThread() {
    AtomicReference<Thread> screen = new AtomicReference<>();
    CountDownLatch known = new CountDownLatch(1);
    Platform.runLater(
        () -> {
          screen.set(Thread.currentThread());
          known.countDown();
        });
    if (!await(known, 60_000)) {
      throw new AssertionError("the FX thread did not answer within a minute");
    }
    return screen.get();
  }

  private static boolean await(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
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

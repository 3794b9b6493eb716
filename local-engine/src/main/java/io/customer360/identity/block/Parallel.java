package io.customer360.identity.block;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs pieces of work side by side and waits for all; the first failure is thrown.
public final class Parallel {
  private Parallel() {}

  /// One thread for each piece; a single piece runs on the caller's.
  public static void run(List<? extends Runnable> work) {
    if (work.size() == 1) {
      work.getFirst().run();
      return;
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
      List<Future<?>> running = new ArrayList<>();
      work.forEach(task -> running.add(threads.submit(task)));
      for (Future<?> done : running) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}

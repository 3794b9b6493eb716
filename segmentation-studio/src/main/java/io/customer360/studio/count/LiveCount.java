package io.customer360.studio.count;

import io.customer360.job.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One question at a time, the newest wins: asking again cancels what was asked before, at once and
/// for good. For counts while somebody types. Safe from any thread; close it with its screen.
///
/// ```java
/// live.ask(progress -> studio.count(rule, progress)).whenComplete((count, failure) -> ...);
/// ```
public final class LiveCount implements AutoCloseable {
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("live-count").factory());
  private @Nullable Cancellable running;

  /// Asks; the answer comes on the worker's thread. A question overtaken by a newer one completes
  /// with a `CancellationException`.
  public <T> CompletableFuture<T> ask(Function<Progress, T> question) {
    Cancellable mine = new Cancellable();
    Cancellable before;
    synchronized (this) {
      before = running;
      running = mine;
    }
    if (before != null) {
      before.cancel();
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    worker.execute(
        () -> {
          try {
            mine.checkCancelled();
            answer.complete(question.apply(mine));
          } catch (CancellationException overtaken) {
            answer.completeExceptionally(overtaken);
          } catch (RuntimeException failure) {
            answer.completeExceptionally(failure);
          }
        });
    return answer;
  }

  /// Stops what is being answered.
  public synchronized void cancel() {
    if (running != null) {
      running.cancel();
    }
  }

  @Override
  public void close() {
    cancel();
    worker.shutdown();
  }

  private static final class Cancellable implements Progress {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    void cancel() {
      List<Runnable> due;
      synchronized (this) {
        if (cancelled) {
          return;
        }
        cancelled = true;
        due = List.copyOf(actions);
        actions.clear();
      }
      due.forEach(Runnable::run);
    }

    @Override
    public void stage(String words) {}

    @Override
    public void fraction(double done) {}

    @Override
    public synchronized boolean cancelled() {
      return cancelled;
    }

    @Override
    public AutoCloseable onCancel(Runnable action) {
      boolean now;
      synchronized (this) {
        now = cancelled;
        if (!now) {
          actions.add(action);
        }
      }
      if (now) {
        action.run();
      }
      return () -> {
        synchronized (this) {
          actions.remove(action);
        }
      };
    }
  }
}

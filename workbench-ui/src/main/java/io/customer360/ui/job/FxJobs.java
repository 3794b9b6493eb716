package io.customer360.ui.job;

import io.customer360.job.Job;
import io.customer360.job.JobHandle;
import io.customer360.job.JobRunner;
import io.customer360.job.Progress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs engine work off the FX thread and brings results back to it.
///
/// - [#run]: what the person started and may watch or cancel; it appears in the status bar.
/// - [#latest]: what a screen reads for itself; quiet, debounced, only the newest is published.
///
/// View-model tests use [#sameThread], where everything happens at once in the caller.
public final class FxJobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FxJobs.class);

  private final JobRunner runner;
  private final Executor screen;
  private final @Nullable ScheduledExecutorService clock;
  private final @Nullable ExecutorService readers;
  private final AtomicInteger pending = new AtomicInteger();
  private final Map<Long, JobHandle<?>> handles = new ConcurrentHashMap<>();

  /// @param runner runs the visible jobs; it is closed by its owner, not here
  public FxJobs(JobRunner runner) {
    this.runner = runner;
    this.screen = Platform::runLater;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ui-clock").factory());
    this.readers =
        Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("ui-read-", 1).factory());
  }

  private FxJobs() {
    this.runner = new JobRunner();
    this.screen = Runnable::run;
    this.clock = null;
    this.readers = null;
  }

  /// For tests without a toolkit: no thread, no delay.
  public static FxJobs sameThread() {
    return new FxJobs();
  }

  public JobRunner runner() {
    return runner;
  }

  /// Starts a visible job. `done` or `failed` is called on the screen's thread; after a cancel
  /// neither is.
  public <T> Runnable run(String name, Job<T> job, Consumer<T> done, Consumer<Fault> failed) {
    if (readers == null) {
      try {
        done.accept(job.run(Progress.NONE));
      } catch (CancellationException cancelled) {
        LOG.debug("{} cancelled", name);
      } catch (Exception failure) {
        failed.accept(Fault.of(failure));
      }
      return () -> {};
    }
    JobHandle<T> handle = runner.submit(name, job);
    handles.put(handle.id(), handle);
    var unused =
        handle
            .result()
            .whenComplete(
                (value, failure) -> {
                  if (failure == null) {
                    screen.execute(() -> done.accept(value));
                  } else if (!(failure instanceof CancellationException)) {
                    screen.execute(() -> failed.accept(Fault.of(failure)));
                  }
                  handles.remove(handle.id());
                });
    return handle::cancel;
  }

  /// Asks a visible job to stop.
  public void cancel(long id) {
    JobHandle<?> handle = handles.get(id);
    if (handle != null) {
      handle.cancel();
    }
  }

  /// A lane for reads of which only the newest matters.
  ///
  /// @param quiet how long to wait for a newer one before starting
  public <T> Latest<T> latest(Duration quiet, Consumer<T> publish, Consumer<Fault> failed) {
    return new Latest<>(this, quiet, publish, failed);
  }

  public <T> Latest<T> latest(Consumer<T> publish, Consumer<Fault> failed) {
    return latest(Duration.ZERO, publish, failed);
  }

  /// Runs on the screen's thread, soon.
  public void onScreen(Runnable work) {
    screen.execute(work);
  }

  /// Starts quiet work; the returned handle cancels it while it waits.
  Runnable start(Duration quiet, Runnable work) {
    if (readers == null || clock == null) {
      work.run();
      return () -> {};
    }
    ExecutorService pool = readers;
    AtomicBoolean over = new AtomicBoolean();
    pending.incrementAndGet();
    Runnable once =
        () -> {
          if (over.compareAndSet(false, true)) {
            pending.decrementAndGet();
          }
        };
    Runnable whole =
        () -> {
          try {
            work.run();
          } finally {
            once.run();
          }
        };
    if (quiet.isZero()) {
      pool.execute(whole);
      return () -> {};
    }
    Future<?> waiting =
        clock.schedule(() -> pool.execute(whole), quiet.toMillis(), TimeUnit.MILLISECONDS);
    return () -> {
      if (waiting.cancel(false)) {
        once.run();
      }
    };
  }

  /// Whether nothing is read or run for the screens. Results already handed to the screen's thread
  /// may still wait there; let it take a turn before looking at nodes.
  public boolean idle() {
    return pending.get() == 0 && handles.isEmpty();
  }

  @Override
  public void close() {
    if (clock != null) {
      clock.shutdownNow();
    }
    if (readers != null) {
      readers.shutdownNow();
    }
  }
}

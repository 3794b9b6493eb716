package io.customer360.job;

import io.customer360.fault.WorkbenchException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs jobs on worker threads and tells listeners what happens. Listeners are called on the worker
/// thread; a screen hands over to its own. Thread-safe.
public final class JobRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  /// How long a cancelled job may take to end by itself.
  private static final Duration HEEDS = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ExecutorService workers;
  private final AtomicLong ids = new AtomicLong();
  private final List<Consumer<JobStatus>> listeners = new CopyOnWriteArrayList<>();
  private final Map<Long, Running> running = new ConcurrentHashMap<>();

  public JobRunner() {
    this.workers =
        Executors.newCachedThreadPool(
            Thread.ofPlatform()
                .daemon()
                .name("job-", 1)
                .inheritInheritableThreadLocals(false)
                .factory());
  }

  /// Adds a listener; the returned handle removes it.
  public AutoCloseable listen(Consumer<JobStatus> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// The jobs under way, oldest first.
  public List<JobStatus> running() {
    List<JobStatus> now = new ArrayList<>();
    running.values().forEach(job -> now.add(job.status(JobState.RUNNING)));
    now.sort((a, b) -> Long.compare(a.id(), b.id()));
    return now;
  }

  /// Starts a job at once on a worker thread.
  public <T> JobHandle<T> submit(String name, Job<T> job) {
    Running state = new Running(ids.incrementAndGet(), name, this::publish);
    running.put(state.id, state);
    CompletableFuture<T> result = new CompletableFuture<>();
    publish(state.status(JobState.RUNNING));
    workers.execute(() -> run(job, state, result));
    return new JobHandle<>(state.id, result, state::cancel);
  }

  private <T> void run(Job<T> job, Running state, CompletableFuture<T> result) {
    try {
      T value = job.run(state);
      finish(state, JobState.DONE);
      result.complete(value);
    } catch (Throwable failure) {
      if (state.cancelled() || failure instanceof CancellationException) {
        finish(state, JobState.CANCELLED);
        result.completeExceptionally(new CancellationException(state.name));
      } else {
        LOG.error("Job {} failed", state.name, failure);
        state.words =
            failure instanceof WorkbenchException known
                ? known.plain()
                : state.name + " failed. Details are in the log.";
        finish(state, JobState.FAILED);
        result.completeExceptionally(failure);
      }
    }
  }

  private void finish(Running state, JobState end) {
    running.remove(state.id);
    publish(state.status(end));
  }

  private void publish(JobStatus status) {
    for (Consumer<JobStatus> listener : listeners) {
      listener.accept(status);
    }
  }

  /// Takes no more, cancels what runs and waits until it has ended, so that what it worked on can
  /// be closed. A job that does not heed being cancelled is interrupted, and waited for no longer
  /// than some seconds.
  @Override
  public void close() {
    workers.shutdown();
    running.values().forEach(Running::cancel);
    try {
      if (!workers.awaitTermination(HEEDS.toMillis(), TimeUnit.MILLISECONDS)) {
        workers.shutdownNow();
        if (!workers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.warn("Not waited for: {}", running().stream().map(JobStatus::name).toList());
        }
      }
    } catch (InterruptedException hurried) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static final class Running implements Progress {
    final long id;
    final String name;
    private final Consumer<JobStatus> publish;
    private final long started = System.nanoTime();
    private final List<Runnable> onCancel = new ArrayList<>();
    private volatile String words = "";
    private volatile double fraction = -1;
    private boolean cancelled;

    Running(long id, String name, Consumer<JobStatus> publish) {
      this.id = id;
      this.name = name;
      this.publish = publish;
    }

    JobStatus status(JobState state) {
      return new JobStatus(
          id, name, words, fraction, state, Duration.ofNanos(System.nanoTime() - started));
    }

    void cancel() {
      List<Runnable> actions;
      synchronized (this) {
        if (cancelled) {
          return;
        }
        cancelled = true;
        actions = List.copyOf(onCancel);
      }
      actions.forEach(Runnable::run);
    }

    @Override
    public void stage(String next) {
      words = next;
      publish.accept(status(JobState.RUNNING));
    }

    @Override
    public void fraction(double done) {
      fraction = done;
      publish.accept(status(JobState.RUNNING));
    }

    @Override
    public synchronized boolean cancelled() {
      return cancelled;
    }

    @Override
    public AutoCloseable onCancel(Runnable action) {
      boolean late;
      synchronized (this) {
        late = cancelled;
        if (!late) {
          onCancel.add(action);
        }
      }
      if (late) {
        action.run();
      }
      return () -> {
        synchronized (this) {
          onCancel.remove(action);
        }
      };
    }
  }
}

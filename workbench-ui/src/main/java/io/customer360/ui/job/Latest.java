package io.customer360.ui.job;

import io.customer360.job.Job;
import io.customer360.job.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A lane in which a newer read supersedes the older: the older is cancelled, and should it finish
/// all the same, it is not published. Call from the screen's thread; `publish` and `failed` are
/// called there. Close with the view: a closed lane publishes nothing, delayed reads included.
public final class Latest<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Latest.class);

  private final FxJobs jobs;
  private final Duration quiet;
  private final Consumer<T> publish;
  private final Consumer<Fault> failed;
  private @Nullable Lane current;
  private boolean closed;

  Latest(FxJobs jobs, Duration quiet, Consumer<T> publish, Consumer<Fault> failed) {
    this.jobs = jobs;
    this.quiet = quiet;
    this.publish = publish;
    this.failed = failed;
  }

  public void submit(Job<T> job) {
    submit(quiet, job);
  }

  /// As [#submit] but at once, for an Enter after typing.
  public void submitNow(Job<T> job) {
    submit(Duration.ZERO, job);
  }

  private void submit(Duration delay, Job<T> job) {
    cancel();
    if (closed) {
      return;
    }
    Lane lane = new Lane();
    current = lane;
    lane.waiting = jobs.start(delay, () -> work(lane, job));
  }

  private void work(Lane lane, Job<T> job) {
    if (lane.cancelled()) {
      return;
    }
    try {
      T value = job.run(lane);
      jobs.onScreen(() -> deliver(lane, () -> publish.accept(value)));
    } catch (CancellationException cancelled) {
      LOG.debug("superseded");
    } catch (Exception failure) {
      if (lane.cancelled()) {
        LOG.debug("superseded", failure);
      } else {
        LOG.error("Read for a screen failed", failure);
        jobs.onScreen(() -> deliver(lane, () -> failed.accept(Fault.of(failure))));
      }
    }
  }

  private void deliver(Lane lane, Runnable delivery) {
    if (lane == current && !closed) {
      current = null;
      delivery.run();
    }
  }

  /// Whether something is under way.
  public boolean busy() {
    return current != null;
  }

  public void cancel() {
    Lane lane = current;
    current = null;
    if (lane != null) {
      lane.waiting.run();
      lane.cancel();
    }
  }

  @Override
  public void close() {
    closed = true;
    cancel();
  }

  private static final class Lane implements Progress {
    Runnable waiting = () -> {};
    private final List<Runnable> onCancel = new ArrayList<>();
    private boolean cancelled;

    void cancel() {
      List<Runnable> actions;
      synchronized (this) {
        cancelled = true;
        actions = List.copyOf(onCancel);
      }
      actions.forEach(Runnable::run);
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

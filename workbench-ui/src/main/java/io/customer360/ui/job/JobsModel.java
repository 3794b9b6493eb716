package io.customer360.ui.job;

import io.customer360.job.JobRunner;
import io.customer360.job.JobState;
import io.customer360.job.JobStatus;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The jobs the person may watch: running ones, those done in the last eight seconds, and failed
/// ones until dismissed. Updates arrive on any thread, are merged, and change the list on the
/// screen's thread at most once a tenth of a second.
public final class JobsModel implements AutoCloseable {
  private static final Duration LINGER = Duration.ofSeconds(8);

  private final ObservableList<JobStatus> jobs = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable JobStatus> finished = new ReadOnlyObjectWrapper<>();
  private final ConcurrentHashMap<Long, JobStatus> waiting = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock = clock();
  private final Executor screen;
  private final AutoCloseable listening;

  public JobsModel(JobRunner runner, Executor screen) {
    this.screen = screen;
    this.listening = runner.listen(this::hear);
  }

  private static ScheduledExecutorService clock() {
    var executor =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("ui-jobs").factory());
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  /// Newest last. Read on the screen's thread.
  public ObservableList<JobStatus> jobs() {
    return jobs;
  }

  /// The job that ended last, however it ended.
  public ReadOnlyObjectProperty<@Nullable JobStatus> finishedProperty() {
    return finished.getReadOnlyProperty();
  }

  private void hear(JobStatus status) {
    boolean first = waiting.put(status.id(), status) == null;
    if (status.state() != JobState.RUNNING) {
      screen.execute(() -> take(status.id()));
    } else if (first && !clock.isShutdown()) {
      var unused =
          clock.schedule(() -> screen.execute(() -> take(status.id())), 100, TimeUnit.MILLISECONDS);
    }
  }

  private void take(long id) {
    JobStatus status = waiting.remove(id);
    if (status == null) {
      return;
    }
    int at = indexOf(id);
    switch (status.state()) {
      case RUNNING, FAILED -> put(at, status);
      case DONE -> {
        put(at, status);
        if (!clock.isShutdown()) {
          var unused =
              clock.schedule(
                  () -> screen.execute(() -> dismiss(id)),
                  LINGER.toMillis(),
                  TimeUnit.MILLISECONDS);
        }
      }
      case CANCELLED -> dismiss(id);
    }
    if (status.state() != JobState.RUNNING) {
      finished.set(status);
    }
  }

  private void put(int at, JobStatus status) {
    if (at < 0) {
      jobs.add(status);
    } else {
      jobs.set(at, status);
    }
  }

  private int indexOf(long id) {
    for (int i = 0; i < jobs.size(); i++) {
      if (jobs.get(i).id() == id) {
        return i;
      }
    }
    return -1;
  }

  public void dismiss(long id) {
    jobs.removeIf(job -> job.id() == id);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    try {
      listening.close();
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }
}

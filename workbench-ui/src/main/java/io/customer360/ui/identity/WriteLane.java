package io.customer360.ui.identity;

import io.customer360.job.Job;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes one after the other, in the order they were asked for, off the screen's thread: an undo
/// never overtakes the judgement it takes back. Screen's thread only; so are the callbacks.
final class WriteLane implements AutoCloseable {
  private final Deque<Write> waiting = new ArrayDeque<>();
  private final Latest<Runnable> lane;
  private @Nullable Write current;

  private record Write(Job<Runnable> job, Consumer<Fault> failed) {}

  WriteLane(FxJobs jobs) {
    lane = jobs.latest(this::done, this::failed);
  }

  <T> void add(Job<T> job, Consumer<T> done, Consumer<Fault> failed) {
    waiting.add(
        new Write(
            progress -> {
              T value = job.run(progress);
              return () -> done.accept(value);
            },
            failed));
    next();
  }

  /// Whether everything asked for is written.
  boolean idle() {
    return current == null && waiting.isEmpty();
  }

  private void next() {
    Write write = current == null ? waiting.poll() : null;
    if (write != null) {
      current = write;
      lane.submit(write.job());
    }
  }

  private void done(Runnable report) {
    current = null;
    report.run();
    next();
  }

  private void failed(Fault fault) {
    Write write = current;
    current = null;
    if (write != null) {
      write.failed().accept(fault);
    }
    next();
  }

  @Override
  public void close() {
    waiting.clear();
    lane.close();
  }
}

package io.customer360.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import java.lang.Thread.State;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
  @Test
  void tellsStagesAndEndsDone() throws Exception {
    List<JobStatus> seen = new CopyOnWriteArrayList<>();
    try (var runner = new JobRunner()) {
      runner.listen(seen::add);
      int value =
          runner
              .submit(
                  "Count",
                  progress -> {
                    progress.stage("One");
                    progress.part(0.5, 1).fraction(0.5);
                    return 7;
                  })
              .result()
              .get(10, TimeUnit.SECONDS);
      assertThat(value).isEqualTo(7);
    }
    assertThat(seen.getLast().state()).isEqualTo(JobState.DONE);
    assertThat(seen).anyMatch(status -> status.stage().equals("One"));
    assertThat(seen.getLast().fraction()).isEqualTo(0.75);
  }

  @Test
  void cancelStopsTheLoopAndRunsTheHookOnce() throws Exception {
    var started = new CountDownLatch(1);
    var hooks = new AtomicInteger();
    try (var runner = new JobRunner()) {
      JobHandle<Integer> handle =
          runner.submit(
              "Endless",
              progress -> {
                try (AutoCloseable hook = progress.onCancel(hooks::incrementAndGet)) {
                  started.countDown();
                  while (true) {
                    progress.checkCancelled();
                    Thread.onSpinWait();
                  }
                }
              });
      assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
      handle.cancel();
      handle.cancel();
      assertThatThrownBy(() -> handle.result().get(10, TimeUnit.SECONDS))
          .isInstanceOf(CancellationException.class);
    }
    assertThat(hooks).hasValue(1);
  }

  @Test
  void closingWaitsUntilWhatRanHasEnded() throws Exception {
    var started = new CountDownLatch(1);
    var closedBefore = new AtomicBoolean();
    var ended = new AtomicBoolean();
    var runner = new JobRunner();
    Thread closer = new Thread(runner::close);
    JobHandle<Boolean> unused =
        runner.submit(
            "Careful",
            progress -> {
              started.countDown();
              while (!progress.cancelled()) {
                Thread.onSpinWait();
              }
              // Puts its things in order until the one who closes waits, or did not.
              while (closer.getState() != State.TIMED_WAITING
                  && closer.getState() != State.TERMINATED) {
                Thread.onSpinWait();
              }
              closedBefore.set(closer.getState() == State.TERMINATED);
              ended.set(true);
              return true;
            });
    assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
    closer.start();
    closer.join();
    assertThat(ended).isTrue();
    assertThat(closedBefore).isFalse();
    assertThat(unused.result()).isDone();
  }

  @Test
  void failureKeepsThePlainWords() {
    List<JobStatus> seen = new CopyOnWriteArrayList<>();
    try (var runner = new JobRunner()) {
      runner.listen(seen::add);
      JobHandle<Object> handle =
          runner.submit(
              "Import",
              progress -> {
                throw WorkbenchException.data("C360-IMP-001", "a.csv is empty.");
              });
      assertThatThrownBy(() -> handle.result().get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class);
    }
    assertThat(seen.getLast().state()).isEqualTo(JobState.FAILED);
    assertThat(seen.getLast().stage()).isEqualTo("a.csv is empty.");
  }
}

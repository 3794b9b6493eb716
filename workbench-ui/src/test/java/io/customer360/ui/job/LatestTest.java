package io.customer360.ui.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.JobRunner;
import io.customer360.ui.testing.FxTestBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The rule of all screens: only the newest read is shown.
class LatestTest extends FxTestBase {
  private final List<String> published = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private JobRunner runner;
  private FxJobs jobs;

  @BeforeEach
  void start() {
    runner = new JobRunner();
    jobs = new FxJobs(runner);
  }

  @AfterEach
  void stop() {
    jobs.close();
    runner.close();
  }

  @Test
  void aNewerReadCancelsTheOlderAndOnlyTheNewestIsPublished() throws Exception {
    Latest<String> lane = onFx(() -> jobs.latest(published::add, faults::add));
    CountDownLatch olderRuns = new CountDownLatch(1);
    CountDownLatch olderCancelled = new CountDownLatch(1);
    runFx(
        () ->
            lane.submit(
                progress -> {
                  olderRuns.countDown();
                  var unused = progress.onCancel(olderCancelled::countDown);
                  assertThat(olderCancelled.await(10, TimeUnit.SECONDS)).isTrue();
                  return "older";
                }));
    assertThat(olderRuns.await(10, TimeUnit.SECONDS)).isTrue();
    runFx(() -> lane.submit(progress -> "newer"));
    await("newest published", () -> published.contains("newer"));
    await("idle", jobs::idle);
    pulses(1);
    assertThat(published).containsExactly("newer");
    assertThat(faults).isEmpty();
  }

  @Test
  void typingWaitsForAPause() {
    Latest<String> lane =
        onFx(() -> jobs.latest(Duration.ofMillis(50), published::add, faults::add));
    runFx(
        () -> {
          for (String text : List.of("o", "ok", "oka")) {
            lane.submit(progress -> text);
          }
        });
    await("published", () -> !published.isEmpty());
    await("idle", jobs::idle);
    assertThat(published).containsExactly("oka");
  }

  @Test
  void aClosedLanePublishesNothing() {
    Latest<String> lane =
        onFx(() -> jobs.latest(Duration.ofMillis(20), published::add, faults::add));
    runFx(
        () -> {
          lane.submit(progress -> "late");
          lane.close();
          lane.submit(progress -> "later");
        });
    await("idle", jobs::idle);
    pulses(2);
    assertThat(published).isEmpty();
  }

  @Test
  void aFailureIsShownInPlainWords() {
    Latest<String> lane = onFx(() -> jobs.latest(published::add, faults::add));
    runFx(
        () ->
            lane.submit(
                progress -> {
                  throw WorkbenchException.user("C360-ASK-001", "Not that.");
                }));
    await("fault", () -> !faults.isEmpty());
    assertThat(faults).containsExactly(new Fault("C360-ASK-001", "Not that."));
  }

  @Test
  void aVisibleJobIsListedAndCanBeCancelled() throws Exception {
    JobsModel model = onFx(() -> new JobsModel(runner, javafx.application.Platform::runLater));
    CountDownLatch cancelled = new CountDownLatch(1);
    Runnable cancel =
        onFx(
            () ->
                jobs.<String>run(
                    "Refresh",
                    progress -> {
                      progress.stage("Resolve people");
                      progress.fraction(0.5);
                      var unused = progress.onCancel(cancelled::countDown);
                      assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
                      progress.checkCancelled();
                      return "done";
                    },
                    published::add,
                    faults::add));
    await("listed", () -> model.jobs().stream().anyMatch(job -> job.fraction() == 0.5));
    assertThat(onFx(() -> model.jobs().getFirst().stage())).isEqualTo("Resolve people");
    cancel.run();
    await("gone", () -> model.jobs().isEmpty());
    assertThat(published).isEmpty();
    assertThat(faults).as("a cancel is not an error").isEmpty();
    runFx(model::close);
  }

  @Test
  void aFailedJobStaysUntilDismissed() {
    JobsModel model = onFx(() -> new JobsModel(runner, javafx.application.Platform::runLater));
    runFx(
        () ->
            jobs.<String>run(
                "Import",
                progress -> {
                  throw WorkbenchException.data("C360-IMP-014", "pos.csv was not imported.");
                },
                published::add,
                faults::add));
    await("fault", () -> !faults.isEmpty());
    await("listed", () -> model.jobs().size() == 1);
    assertThat(onFx(() -> model.jobs().getFirst().stage())).isEqualTo("pos.csv was not imported.");
    runFx(() -> model.dismiss(model.jobs().getFirst().id()));
    assertThat(onFx(() -> model.jobs().isEmpty())).isTrue();
    runFx(model::close);
  }
}

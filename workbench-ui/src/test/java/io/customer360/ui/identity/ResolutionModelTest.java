package io.customer360.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.fault.WorkbenchException;
import io.customer360.ui.identity.ResolutionModel.Step;
import io.customer360.ui.job.FxJobs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolutionModelTest {
  private final FakeStewardship steward = new FakeStewardship();
  private final List<String> log = new ArrayList<>();
  private final ResolutionModel model =
      new ResolutionModel(
          steward,
          progress -> {
            progress.stage("rebuild");
            log.add("committed");
            return "done";
          },
          FxJobs.sameThread());

  @Test
  void firstItShowsWhatWouldChangeAndChangesNothing() {
    List<Step> steps = new ArrayList<>();
    model.step().addListener((property, old, step) -> steps.add(step));
    model.preview();
    assertThat(steps)
        .contains(new Step.Working(false, "resolve people", 0.5))
        .last()
        .isInstanceOf(Step.Seen.class);
    assertThat(log).isEmpty();
    model.cancel();
    assertThat(model.step().get()).isEqualTo(new Step.Idle());
    assertThat(log).isEmpty();
  }

  @Test
  void thenItCommits() {
    model.preview();
    model.commit(() -> log.add("told"));
    assertThat(log).containsExactly("committed", "told");
    assertThat(model.step().get()).isEqualTo(new Step.Idle());
  }

  @Test
  void aFailureIsSaid() {
    steward.broken = true;
    model.preview();
    assertThat(model.step().get())
        .isInstanceOfSatisfying(
            Step.Failed.class, failed -> assertThat(failed.committing()).isFalse());
    ResolutionModel failing =
        new ResolutionModel(
            steward,
            progress -> {
              throw WorkbenchException.resource("C360-TST-003", "The disk is full.", null);
            },
            FxJobs.sameThread());
    failing.commit(() -> log.add("told"));
    assertThat(failing.step().get())
        .isInstanceOfSatisfying(
            Step.Failed.class,
            failed -> assertThat(failed.fault().plain()).isEqualTo("The disk is full."));
    assertThat(log).isEmpty();
  }
}

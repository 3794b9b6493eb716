package io.customer360.ui.identity;

import io.customer360.identity.Stewardship;
import io.customer360.identity.resolve.ResolutionDiff;
import io.customer360.job.Job;
import io.customer360.job.Progress;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.text.Messages;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// From judgements to a new resolution: first what it would change, then, if the person says so,
/// the change. FX thread only.
public final class ResolutionModel {
  /// Where it stands.
  public sealed interface Step {
    record Idle() implements Step {}

    /// @param committing false while only looking
    /// @param fraction 0 to 1, negative while unknown
    record Working(boolean committing, String stage, double fraction) implements Step {}

    record Seen(ResolutionDiff diff) implements Step {}

    record Failed(boolean committing, Fault fault) implements Step {}
  }

  private final Stewardship stewardship;
  private final Job<?> commit;
  private final FxJobs jobs;
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Idle());
  private Runnable cancel = () -> {};
  private int run;

  /// @param commit resolves everything anew and rebuilds what depends on it
  public ResolutionModel(Stewardship stewardship, Job<?> commit, FxJobs jobs) {
    this.stewardship = stewardship;
    this.commit = commit;
    this.jobs = jobs;
  }

  public ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }

  /// Starts looking; nothing is changed.
  public void preview() {
    cancel();
    int mine = start(false);
    Runnable stop =
        jobs.run(
            Messages.text("identity.apply.preview"),
            progress -> stewardship.preview(new Watched(progress, mine, false)),
            diff -> arrive(mine, new Step.Seen(diff)),
            fault -> arrive(mine, new Step.Failed(false, fault)));
    stoppable(mine, stop);
  }

  /// Makes the change that was seen; `done` is called after it.
  public void commit(Runnable done) {
    int mine = start(true);
    Runnable stop =
        jobs.run(
            Messages.text("identity.apply.commit"),
            progress -> {
              commit.run(new Watched(progress, mine, true));
              return true;
            },
            finished -> {
              arrive(mine, new Step.Idle());
              done.run();
            },
            fault -> arrive(mine, new Step.Failed(true, fault)));
    stoppable(mine, stop);
  }

  /// Stops what is under way and forgets what was seen. Nothing is changed by it.
  public void cancel() {
    run++;
    Runnable stop = cancel;
    cancel = () -> {};
    stop.run();
    step.set(new Step.Idle());
  }

  private int start(boolean committing) {
    run++;
    step.set(new Step.Working(committing, "", -1));
    return run;
  }

  private void stoppable(int mine, Runnable stop) {
    if (mine == run) {
      cancel = stop;
    }
  }

  private void arrive(int mine, Step next) {
    if (mine == run) {
      cancel = () -> {};
      step.set(next);
    }
  }

  /// Shows the job's progress here as well as in the status bar.
  private final class Watched implements Progress {
    private final Progress whole;
    private final int mine;
    private final boolean committing;
    private volatile String stage = "";
    private volatile double done = -1;

    Watched(Progress whole, int mine, boolean committing) {
      this.whole = whole;
      this.mine = mine;
      this.committing = committing;
    }

    @Override
    public void stage(String words) {
      whole.stage(words);
      stage = words;
      tell();
    }

    @Override
    public void fraction(double fraction) {
      whole.fraction(fraction);
      // A hundred steps are enough for a bar; the screen's thread has other things to do.
      if (fraction < 0 || Math.abs(fraction - done) >= 0.01) {
        done = fraction;
        tell();
      }
    }

    private void tell() {
      String words = stage;
      double fraction = done;
      jobs.onScreen(
          () -> {
            if (mine == run && step.get() instanceof Step.Working) {
              step.set(new Step.Working(committing, words, fraction));
            }
          });
    }

    @Override
    public boolean cancelled() {
      return whole.cancelled();
    }

    @Override
    public AutoCloseable onCancel(Runnable action) {
      return whole.onCancel(action);
    }
  }
}

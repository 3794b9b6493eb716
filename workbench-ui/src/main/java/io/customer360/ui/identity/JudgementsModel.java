package io.customer360.ui.identity;

import io.customer360.governance.Person;
import io.customer360.identity.Stewardship;
import io.customer360.identity.review.ModelView;
import io.customer360.identity.review.Reviews;
import io.customer360.identity.steward.Judgement;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the other two tabs show: what people decided, each of which can be taken back, and the
/// match model. FX thread only.
public final class JudgementsModel implements AutoCloseable {
  private static final int SHOWN = 500;

  private final Stewardship stewardship;
  private final Reviews reviews;
  private final Person person;
  private final WriteLane writes;
  private final ReadOnlyObjectWrapper<Load<List<Judgement>>> judgements =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<ModelView>> model =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final Latest<List<Judgement>> judgementsLane;
  private final Latest<ModelView> modelLane;

  public JudgementsModel(Reviews reviews, Stewardship stewardship, Person person, FxJobs jobs) {
    this.reviews = reviews;
    this.stewardship = stewardship;
    this.person = person;
    writes = new WriteLane(jobs);
    judgementsLane =
        jobs.latest(
            rows -> judgements.set(new Load.Ready<>(rows)),
            fault -> judgements.set(new Load.Failed<>(fault)));
    modelLane =
        jobs.latest(
            view -> model.set(new Load.Ready<>(view)),
            fault -> model.set(new Load.Failed<>(fault)));
  }

  public ReadOnlyObjectProperty<Load<List<Judgement>>> judgements() {
    return judgements.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<ModelView>> model() {
    return model.getReadOnlyProperty();
  }

  public void readJudgements() {
    judgements.set(judgements.get().reload());
    judgementsLane.submit(progress -> stewardship.judgements(SHOWN));
  }

  public void readModel() {
    model.set(model.get().reload());
    modelLane.submit(progress -> reviews.model());
  }

  /// Takes one back, whatever came after it.
  public void undo(long number, Consumer<Judgement> done, Consumer<Fault> failed) {
    writes.add(
        progress -> stewardship.undo(number, person),
        judgement -> {
          readJudgements();
          done.accept(judgement);
        },
        fault -> {
          readJudgements();
          failed.accept(fault);
        });
  }

  @Override
  public void close() {
    judgementsLane.close();
    modelLane.close();
    writes.close();
  }
}

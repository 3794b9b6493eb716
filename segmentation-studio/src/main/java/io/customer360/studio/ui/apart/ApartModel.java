package io.customer360.studio.ui.apart;

import io.customer360.studio.compare.Comparison;
import io.customer360.studio.compare.Trait;
import io.customer360.studio.desk.Contrasts;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.ui.rules.DraftModel;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Compares the people on screen each time they are counted, after the person has stopped typing
/// for a moment. Only what is looked at is computed. FX thread only.
public final class ApartModel implements AutoCloseable {
  private static final Duration QUIET = Duration.ofMillis(250);

  private final Contrasts contrasts;
  private final DraftModel draft;
  private final FxJobs jobs;
  private final ReadOnlyStringWrapper against = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Load<Comparison>> comparison =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<Contrasts.Shared>> shared =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final Latest<Comparison> comparisonLane;
  private final Latest<Contrasts.Shared> sharedLane;
  private boolean overlap;

  public ApartModel(Contrasts contrasts, DraftModel draft, FxJobs jobs) {
    this.contrasts = contrasts;
    this.draft = draft;
    this.jobs = jobs;
    comparisonLane =
        jobs.latest(
            QUIET,
            value -> comparison.set(new Load.Ready<>(value)),
            fault -> comparison.set(new Load.Failed<>(fault)));
    sharedLane =
        jobs.latest(
            QUIET,
            value -> shared.set(new Load.Ready<>(value)),
            fault -> shared.set(new Load.Failed<>(fault)));
    draft
        .counted()
        .subscribe(
            load -> {
              if (load instanceof Load.Ready<?>) {
                read();
              }
            });
  }

  /// The id of the segment compared with; empty for everyone else.
  public ReadOnlyStringProperty against() {
    return against.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<Comparison>> comparison() {
    return comparison.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<Contrasts.Shared>> shared() {
    return shared.getReadOnlyProperty();
  }

  /// Compares with this segment, or with everyone else when empty.
  public void against(String segment) {
    against.set(segment);
    read();
  }

  /// Looks at the overlap, or at the comparison.
  public void overlap(boolean shown) {
    overlap = shown;
    read();
  }

  /// Reads what is looked at again.
  public void read() {
    Rule tree = draft.rule().get();
    DraftModel.Counted counted = draft.counted().get().value();
    if (counted == null) {
      return;
    }
    if (overlap) {
      var saved = draft.head().get().saved();
      String self = saved == null ? "" : saved.id();
      shared.set(shared.get().reload());
      sharedLane.submit(progress -> contrasts.overlap(tree, self, progress));
    } else {
      String other = against.get();
      comparison.set(comparison.get().reload());
      comparisonLane.submit(progress -> contrasts.compare(tree, other, progress));
    }
  }

  /// Finds the rule that says a trait; called back with nothing when no rule does.
  public void rule(Trait trait, Consumer<Optional<Rule>> take) {
    jobs.<Optional<Rule>>latest(take, fault -> take.accept(Optional.empty()))
        .submit(progress -> contrasts.rule(trait, progress));
  }

  @Override
  public void close() {
    comparisonLane.close();
    sharedLane.close();
  }
}

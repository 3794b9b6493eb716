package io.customer360.studio.ui.cohort;

import io.customer360.studio.desk.PurchaseGrids;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The grids, and the cell that is looked at. FX thread only.
public final class CohortModel implements AutoCloseable {
  private static final int MOST_PEOPLE = 5_000;

  /// A cell in words.
  public record Chosen(String title, String fact, PurchaseGrids.Cell cell) {}

  private final PurchaseGrids grids;
  private final FxJobs jobs;
  private final ReadOnlyObjectWrapper<Load<PurchaseGrids.Retention>> retention =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<PurchaseGrids.Habits>> habits =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<@Nullable Chosen> chosen = new ReadOnlyObjectWrapper<>(null);
  private final Latest<PurchaseGrids.Retention> retentionLane;
  private final Latest<PurchaseGrids.Habits> habitsLane;

  public CohortModel(PurchaseGrids grids, FxJobs jobs) {
    this.grids = grids;
    this.jobs = jobs;
    retentionLane =
        jobs.latest(
            value -> retention.set(new Load.Ready<>(value)),
            fault -> retention.set(new Load.Failed<>(fault)));
    habitsLane =
        jobs.latest(
            value -> habits.set(new Load.Ready<>(value)),
            fault -> habits.set(new Load.Failed<>(fault)));
  }

  public ReadOnlyObjectProperty<Load<PurchaseGrids.Retention>> retention() {
    return retention.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<PurchaseGrids.Habits>> habits() {
    return habits.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Chosen> chosen() {
    return chosen.getReadOnlyProperty();
  }

  public void choose(@Nullable Chosen next) {
    chosen.set(next);
  }

  public void reload() {
    reloadRetention();
    reloadHabits();
  }

  public void reloadRetention() {
    retention.set(retention.get().reload());
    retentionLane.submit(grids::retention);
  }

  public void reloadHabits() {
    habits.set(habits.get().reload());
    habitsLane.submit(grids::habits);
  }

  /// The ids of the chosen cell's people.
  public void people(Consumer<List<String>> show, Consumer<Fault> failed) {
    Chosen now = chosen.get();
    if (now != null) {
      jobs.<List<String>>latest(show, failed)
          .submit(progress -> grids.people(now.cell().rule(), MOST_PEOPLE, progress));
    }
  }

  /// The SQL of the chosen cell.
  public void sql(Consumer<String> take, Consumer<Fault> failed) {
    Chosen now = chosen.get();
    if (now != null) {
      jobs.<String>latest(take, failed).submit(progress -> grids.sql(now.cell().rule()));
    }
  }

  @Override
  public void close() {
    retentionLane.close();
    habitsLane.close();
  }
}

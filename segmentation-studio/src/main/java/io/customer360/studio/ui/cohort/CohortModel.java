package io.customer360.studio.ui.cohort;

import io.customer360.fault.WorkbenchException;
import io.customer360.studio.desk.Grouping;
import io.customer360.studio.desk.Leaders;
import io.customer360.studio.desk.LifecycleFlow;
import io.customer360.studio.desk.PurchaseGrids;
import io.customer360.studio.field.Field;
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
  private final LifecycleFlow lifecycle;
  private final Leaders leaders;
  private final FxJobs jobs;
  private final ReadOnlyObjectWrapper<Load<PurchaseGrids.Retention>> retention =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<PurchaseGrids.Habits>> habits =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<@Nullable Chosen> chosen = new ReadOnlyObjectWrapper<>(null);
  private final Latest<PurchaseGrids.Retention> retentionLane;
  private final Latest<PurchaseGrids.Habits> habitsLane;
  private final ReadOnlyObjectWrapper<Load<LifecycleFlow.Flow>> flow =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final Latest<LifecycleFlow.Flow> flowLane;
  private final ReadOnlyObjectWrapper<Load<Leaders.Board>> board =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<List<Field>> dimensions =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Grouping.Choice>> groupings =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Latest<Led> boardLane;
  private String dimension = "";
  private String cohortsBy = "";

  private record Led(List<Field> fields, Leaders.Board board, List<Grouping.Choice> groupings) {}

  public CohortModel(PurchaseGrids grids, LifecycleFlow lifecycle, Leaders leaders, FxJobs jobs) {
    this.grids = grids;
    this.leaders = leaders;
    boardLane =
        jobs.latest(
            value -> {
              dimensions.set(value.fields());
              groupings.set(value.groupings());
              board.set(new Load.Ready<>(value.board()));
            },
            fault -> board.set(new Load.Failed<>(fault)));
    this.lifecycle = lifecycle;
    flowLane =
        jobs.latest(
            value -> flow.set(new Load.Ready<>(value)),
            fault -> flow.set(new Load.Failed<>(fault)));
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

  public ReadOnlyObjectProperty<Load<LifecycleFlow.Flow>> flow() {
    return flow.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<Leaders.Board>> board() {
    return board.getReadOnlyProperty();
  }

  /// Fields there are to lead by.
  public ReadOnlyObjectProperty<List<Field>> dimensions() {
    return dimensions.getReadOnlyProperty();
  }

  /// What cohorts can be made by beside the month of the first order.
  public ReadOnlyObjectProperty<List<Grouping.Choice>> groupings() {
    return groupings.getReadOnlyProperty();
  }

  /// Leads by another field.
  public void leadBy(String field) {
    dimension = field;
    reloadLeaders();
  }

  public void reloadLeaders() {
    String wanted = dimension;
    board.set(board.get().reload());
    boardLane.submit(
        progress -> {
          List<Field> fields = leaders.dimensions();
          Field by =
              fields.stream()
                  .filter(field -> field.name().equals(wanted))
                  .findFirst()
                  .or(() -> fields.stream().findFirst())
                  .orElseThrow(
                      () ->
                          WorkbenchException.user(
                              "C360-SEG-090", "The customers have no field to be compared by."));
          return new Led(fields, leaders.read(by, progress), grids.groupings(progress));
        });
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
    reloadFlow();
    reloadLeaders();
  }

  public void reloadFlow() {
    flow.set(flow.get().reload());
    flowLane.submit(lifecycle::read);
  }

  /// What the people of a ribbon are worth.
  public void cell(
      LifecycleFlow.Flow of,
      LifecycleFlow.Ribbon ribbon,
      Consumer<PurchaseGrids.Cell> take,
      Consumer<Fault> failed) {
    jobs.<PurchaseGrids.Cell>latest(take, failed)
        .submit(progress -> lifecycle.cell(of, ribbon, progress));
  }

  /// Makes the cohorts by a grouping, or by the month of the first order when blank.
  public void cohortsBy(String key) {
    cohortsBy = key;
    reloadRetention();
  }

  public String cohortsBy() {
    return cohortsBy;
  }

  public void reloadRetention() {
    retention.set(retention.get().reload());
    String by = cohortsBy;
    retentionLane.submit(
        progress -> by.isEmpty() ? grids.retention(progress) : grids.retention(by, progress));
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
    flowLane.close();
    boardLane.close();
  }
}

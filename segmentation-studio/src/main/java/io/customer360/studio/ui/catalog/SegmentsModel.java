package io.customer360.studio.ui.catalog;

import io.customer360.fault.WorkbenchException;
import io.customer360.governance.Person;
import io.customer360.studio.annotation.Annotation;
import io.customer360.studio.segment.MemberOverlap;
import io.customer360.studio.segment.RuleLines;
import io.customer360.studio.segment.Schedule;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentHistory;
import io.customer360.studio.segment.SegmentOverview;
import io.customer360.studio.segment.SegmentSource;
import io.customer360.studio.segment.SegmentStudio;
import io.customer360.studio.segment.VersionChanges;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import io.customer360.ui.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Every segment, the life of the one that is looked at, and what can be done to it. FX thread
/// only; what it calls runs elsewhere.
public final class SegmentsModel implements AutoCloseable {
  /// A segment's past.
  ///
  /// @param annotations what else happened between the refreshes, by day
  /// @param rules its conditions as they are now, a line each
  /// @param changes of its versions' conditions, by version
  public record Life(
      String segment,
      int version,
      SegmentHistory.Story story,
      List<Annotation> annotations,
      List<String> rules,
      Map<Integer, VersionChanges> changes) {}

  /// Segments laid over each other at most; more would be no picture.
  private static final int MOST_LAID = 10;

  private final SegmentStudio studio;
  private final SegmentOverview overview;
  private final Person person;
  private final FxJobs jobs;
  private final ReadOnlyObjectWrapper<Load<List<SegmentOverview.Row>>> rows =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<Life>> life = new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<MemberOverlap>> overlap =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final Latest<List<SegmentOverview.Row>> rowsLane;
  private final Latest<MemberOverlap> overlapLane;
  private final Latest<Life> lifeLane;

  public SegmentsModel(SegmentStudio studio, SegmentOverview overview, Person person, FxJobs jobs) {
    this.studio = studio;
    this.overview = overview;
    this.person = person;
    this.jobs = jobs;
    rowsLane =
        jobs.latest(
            value -> {
              rows.set(new Load.Ready<>(value));
              readOverlap();
            },
            fault -> rows.set(new Load.Failed<>(fault)));
    overlapLane =
        jobs.latest(
            value -> overlap.set(new Load.Ready<>(value)),
            fault -> overlap.set(new Load.Failed<>(fault)));
    lifeLane =
        jobs.latest(
            value -> life.set(new Load.Ready<>(value)),
            fault -> life.set(new Load.Failed<>(fault)));
  }

  public ReadOnlyObjectProperty<Load<List<SegmentOverview.Row>>> rows() {
    return rows.getReadOnlyProperty();
  }

  /// How many people the segments in use have in common.
  public ReadOnlyObjectProperty<Load<MemberOverlap>> overlap() {
    return overlap.getReadOnlyProperty();
  }

  void readOverlap() {
    List<SegmentOverview.Row> of = rows.get().value();
    if (of != null) {
      overlap.set(overlap.get().reload());
      overlapLane.submit(progress -> overview.overlap(of, MOST_LAID, progress));
    }
  }

  /// The past of the segment [#look] was called for.
  public ReadOnlyObjectProperty<Load<Life>> life() {
    return life.getReadOnlyProperty();
  }

  public void reload() {
    rows.set(rows.get().reload());
    rowsLane.submit(overview::rows);
  }

  /// Reads the past of a segment.
  public void look(SegmentDefinition segment) {
    life.set(life.get().reload());
    lifeLane.submit(
        progress -> {
          SegmentHistory.Story story = studio.history(segment.id());
          return new Life(
              segment.id(),
              segment.version(),
              story,
              studio.beside(story.runs(), progress),
              lines(segment),
              VersionChanges.of(story.versions(), studio.catalog()).stream()
                  .collect(Collectors.toMap(VersionChanges::version, one -> one)));
        });
  }

  /// A text in SQL is read as rules, as far as it can be.
  private List<String> lines(SegmentDefinition segment) {
    try {
      return segment.source() instanceof SegmentSource.Sql
          ? RuleLines.of(studio.rule(segment), studio.catalog())
          : RuleLines.of(segment.source(), studio.catalog());
    } catch (WorkbenchException broken) {
      // the text as it is; what is wrong with it is said where it is opened or counted
      return RuleLines.of(segment.source(), studio.catalog());
    }
  }

  /// Nothing is looked at.
  public void lookAway() {
    lifeLane.cancel();
    life.set(Load.idle());
  }

  public void retire(String id, Consumer<SegmentDefinition> done, Consumer<Fault> failed) {
    change(Messages.text("studio.retire"), () -> studio.retire(id, person), done, failed);
  }

  /// Makes an earlier version the next one.
  public void restore(
      String id, int version, Consumer<SegmentDefinition> done, Consumer<Fault> failed) {
    change(
        Messages.text("studio.restore"), () -> studio.restore(id, version, person), done, failed);
  }

  /// Finds the members anew as often as this.
  public void schedule(
      SegmentDefinition segment,
      Schedule schedule,
      Consumer<SegmentDefinition> done,
      Consumer<Fault> failed) {
    change(
        Messages.text("studio.schedule"),
        () -> studio.save(segment.scheduled(schedule), person),
        done,
        failed);
  }

  private void change(
      String words,
      java.util.function.Supplier<SegmentDefinition> change,
      Consumer<SegmentDefinition> done,
      Consumer<Fault> failed) {
    jobs.run(
        words,
        progress -> change.get(),
        segment -> {
          reload();
          look(segment);
          done.accept(segment);
        },
        failed);
  }

  @Override
  public void close() {
    rowsLane.close();
    overlapLane.close();
    lifeLane.close();
  }
}

package io.customer360.studio.ui.list;

import io.customer360.studio.desk.StaticLists;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentLists;
import io.customer360.studio.ui.rules.DraftModel;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import io.customer360.ui.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The lists there are and what came of the last change. FX thread only.
public final class ListModel implements AutoCloseable {
  private final StaticLists lists;
  private final FxJobs jobs;
  private final ReadOnlyObjectWrapper<List<SegmentDefinition>> known =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Load<StaticLists.Changed>> changed =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final Latest<List<SegmentDefinition>> knownLane;

  public ListModel(StaticLists lists, FxJobs jobs) {
    this.lists = lists;
    this.jobs = jobs;
    knownLane = jobs.latest(known::set, fault -> known.set(List.of()));
  }

  public ReadOnlyObjectProperty<List<SegmentDefinition>> known() {
    return known.getReadOnlyProperty();
  }

  /// What came of the last change.
  public ReadOnlyObjectProperty<Load<StaticLists.Changed>> changed() {
    return changed.getReadOnlyProperty();
  }

  public void reload() {
    knownLane.submit(progress -> lists.all());
  }

  /// Adds people; a list that is not there is made.
  ///
  /// @param id of a list; empty for a new one of this title
  public void add(String id, String title, String text, Consumer<StaticLists.Changed> done) {
    String to = id.isEmpty() ? DraftModel.id(title) : id;
    run(
        Messages.text("studio.list.add"),
        progress -> lists.add(to, title, StaticLists.entries(text), progress),
        done);
  }

  public void remove(String id, String text, Consumer<StaticLists.Changed> done) {
    run(
        Messages.text("studio.list.remove"),
        progress -> lists.remove(id, StaticLists.entries(text), progress),
        done);
  }

  private void run(
      String words,
      io.customer360.job.Job<StaticLists.Changed> job,
      Consumer<StaticLists.Changed> done) {
    changed.set(changed.get().reload());
    jobs.run(
        words,
        job,
        now -> {
          changed.set(new Load.Ready<>(now));
          reload();
          done.accept(now);
        },
        fault -> changed.set(new Load.Failed<>(fault)));
  }

  /// Reads entries of a file, one a line or the first column.
  public void read(Path file, Consumer<List<String>> take, Consumer<Fault> failed) {
    jobs.<List<String>>latest(take, failed).submit(progress -> SegmentLists.read(file));
  }

  @Override
  public void close() {
    knownLane.close();
  }
}

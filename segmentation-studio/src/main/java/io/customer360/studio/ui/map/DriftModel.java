package io.customer360.studio.ui.map;

import io.customer360.governance.Person;
import io.customer360.studio.desk.Discovery;
import io.customer360.studio.desk.StaticLists;
import io.customer360.studio.drift.ClusterSettings;
import io.customer360.studio.drift.ClusteringStore;
import io.customer360.studio.drift.Drift;
import io.customer360.studio.drift.SavedClustering;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import io.customer360.ui.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Clusterings that are kept, and how the one on screen differs from one of them. FX thread only.
final class DriftModel implements AutoCloseable {
  private final ClusteringStore store;
  private final Person person;
  private final ReadOnlyObjectWrapper<Load<Discovery.Found>> found;
  private final Consumer<ClusterSettings> run;
  private final FxJobs jobs;
  private final ReadOnlyObjectWrapper<Load<List<SavedClustering>>> kept =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<Drift>> drift = new ReadOnlyObjectWrapper<>(Load.idle());
  private final Latest<List<SavedClustering>> lane;
  private @Nullable SavedClustering chosen;

  /// @param person in whose name clusterings are kept
  /// @param found the clustering on screen
  /// @param run runs a clustering on today's data and shows it
  DriftModel(
      ClusteringStore store,
      Person person,
      ReadOnlyObjectWrapper<Load<Discovery.Found>> found,
      FxJobs jobs,
      Consumer<ClusterSettings> run) {
    this.store = store;
    this.person = person;
    this.found = found;
    this.run = run;
    this.jobs = jobs;
    lane = jobs.latest(this::take, fault -> kept.set(new Load.Failed<>(fault)));
    found.subscribe(this::compare);
  }

  /// The last run of each, by name; idle until asked for.
  ReadOnlyObjectProperty<Load<List<SavedClustering>>> kept() {
    return kept.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Load<Drift>> drift() {
    return drift.getReadOnlyProperty();
  }

  /// The one that is compared with.
  @Nullable SavedClustering chosen() {
    return chosen;
  }

  void read() {
    kept.set(kept.get().reload());
    lane.submit(progress -> store.list());
  }

  /// One with the settings on screen is compared with at once.
  private void take(List<SavedClustering> list) {
    kept.set(new Load.Ready<>(list));
    Discovery.Found now = found.get().value();
    if (chosen == null && now != null) {
      chosen =
          list.stream()
              .filter(one -> one.settings().equals(now.settings()))
              .findFirst()
              .orElse(null);
      compare(found.get());
    }
  }

  /// Keeps the clustering on screen.
  void keep(String title, Consumer<SavedClustering> done, Consumer<Fault> failed) {
    Discovery.Found now = found.get().value();
    if (now == null) {
      return;
    }
    jobs.run(
        Messages.text("studio.drift.keep.job"),
        progress ->
            store.save(
                StaticLists.id(title), title, now.settings(), now.labelling(), person, progress),
        saved -> {
          done.accept(saved);
          read();
        },
        failed);
  }

  /// Runs one again on today's data and compares.
  void again(SavedClustering one) {
    chosen = one;
    drift.set(drift.get().reload());
    run.accept(one.settings());
  }

  private void compare(Load<Discovery.Found> load) {
    SavedClustering then = chosen;
    if (then == null || !(load instanceof Load.Ready<Discovery.Found>(Discovery.Found now))) {
      return;
    }
    if (!now.settings().equals(then.settings())) {
      chosen = null;
      drift.set(Load.idle());
      return;
    }
    jobs.run(
        Messages.text("studio.drift.job"),
        progress -> store.compare(then, now.labelling(), progress),
        value -> drift.set(new Load.Ready<>(value)),
        fault -> drift.set(new Load.Failed<>(fault)));
  }

  @Override
  public void close() {
    lane.close();
  }
}

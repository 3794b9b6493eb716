package io.customer360.studio.ui.map;

import io.customer360.governance.Person;
import io.customer360.studio.cluster.ClusterRequest;
import io.customer360.studio.cluster.reading.ClusterMap.Projection;
import io.customer360.studio.desk.Discovery;
import io.customer360.studio.desk.Lasso;
import io.customer360.studio.desk.Plane;
import io.customer360.studio.desk.StaticLists;
import io.customer360.studio.drift.ClusterSettings;
import io.customer360.studio.drift.ClusteringStore;
import io.customer360.studio.rule.Rule;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import io.customer360.ui.text.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A clustering that was asked for, what came out, and which of its people are in the segment on
/// screen. FX thread only.
public final class ClusterModel implements AutoCloseable {
  private final Discovery discovery;
  private final StaticLists lists;
  private final Supplier<Rule> segment;
  private final FxJobs jobs;
  private final ReadOnlyObjectWrapper<Setup> setup = new ReadOnlyObjectWrapper<>(Setup.FIRST);
  private final ReadOnlyObjectWrapper<Load<Discovery.Found>> found =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Projection> projection =
      new ReadOnlyObjectWrapper<>(Projection.PCA);
  private final ReadOnlyObjectWrapper<Load<Plane>> plane = new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<@Nullable Lasso> lasso = new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<int @Nullable []> inside = new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
  private final DriftModel kept;
  private final Latest<boolean[]> insideLane;
  private final Latest<Lasso> lassoLane;
  private boolean @Nullable [] sampleInside;
  private Runnable running = () -> {};
  private Runnable placing = () -> {};

  /// @param segment the tree on screen
  /// @param person in whose name clusterings are kept
  public ClusterModel(
      Discovery discovery,
      StaticLists lists,
      ClusteringStore store,
      Person person,
      Supplier<Rule> segment,
      FxJobs jobs) {
    this.discovery = discovery;
    this.lists = lists;
    this.segment = segment;
    this.jobs = jobs;
    insideLane = jobs.latest(this::inside, fault -> inside(null));
    lassoLane = jobs.latest(lasso::set, fault -> lasso.set(null));
    kept = new DriftModel(store, person, found, jobs, this::again);
  }

  public ReadOnlyObjectProperty<Setup> setup() {
    return setup.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<Discovery.Found>> found() {
    return found.getReadOnlyProperty();
  }

  /// Clusterings that are kept.
  DriftModel kept() {
    return kept;
  }

  /// The plane that is asked for.
  public ReadOnlyObjectProperty<Projection> projection() {
    return projection.getReadOnlyProperty();
  }

  /// The people on it.
  public ReadOnlyObjectProperty<Load<Plane>> plane() {
    return plane.getReadOnlyProperty();
  }

  /// The people a line was drawn around; null: no line.
  public ReadOnlyObjectProperty<@Nullable Lasso> lasso() {
    return lasso.getReadOnlyProperty();
  }

  /// Places on the plane of people in the segment on screen; null when not known or all are.
  public ReadOnlyObjectProperty<int @Nullable []> inside() {
    return inside.getReadOnlyProperty();
  }

  /// The cluster that is looked at; -1: none.
  public ReadOnlyIntegerProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  public void choose(int cluster) {
    unpick();
    chosen.set(chosen.get() == cluster ? -1 : cluster);
  }

  public void change(Setup next) {
    if (!next.equals(setup.get())) {
      setup.set(next);
      run();
    }
  }

  /// Runs what was kept on today's data, and shows its settings.
  private void again(ClusterSettings settings) {
    ClusterRequest request = settings.request();
    setup.set(
        new Setup(
            request.algorithm(),
            request.k(),
            request.seed(),
            settings.features(),
            settings.people() != null,
            !request.preparation().logarithms().isEmpty()));
    run(Discovery.Question.of(settings));
  }

  /// Clusters as set up; a run under way is cancelled.
  public void run() {
    Setup now = setup.get();
    Rule people = now.segmentOnly() ? segment.get() : null;
    Discovery.Question question =
        new Discovery.Question(
            people,
            now.features(),
            List.of(),
            now.logarithms(),
            ClusterRequest.of(now.algorithm(), now.algorithm().needsK() ? now.k() : 0, now.seed()));
    run(question);
  }

  private void run(Discovery.Question question) {
    running.run();
    placing.run();
    found.set(found.get().reload());
    running =
        jobs.run(
            Messages.text("studio.cluster.job"),
            progress -> discovery.run(question, progress),
            this::take,
            fault -> found.set(new Load.Failed<>(fault)));
  }

  private void take(Discovery.Found value) {
    chosen.set(-1);
    unpick();
    sampleInside = null;
    inside.set(null);
    found.set(new Load.Ready<>(value));
    place();
    segmentChanged();
  }

  /// Shows the other plane.
  public void project(Projection next) {
    if (next != projection.get()) {
      projection.set(next);
      place();
    }
  }

  private void place() {
    placing.run();
    unpick();
    Discovery.Found now = found.get().value();
    if (now == null) {
      return;
    }
    if (projection.get() == Projection.PCA) {
      show(now.plane());
      return;
    }
    plane.set(plane.get().reload());
    placing =
        jobs.run(
            Messages.text("studio.map.job"),
            progress -> Discovery.neighbours(now, progress),
            this::show,
            fault -> plane.set(new Load.Failed<>(fault)));
  }

  private void show(Plane next) {
    inside.set(null);
    plane.set(new Load.Ready<>(next));
    inside(sampleInside);
  }

  /// Finds the people inside a line and what defines them.
  ///
  /// @param x corners in the plane's coordinates
  public void pick(double[] x, double[] y) {
    Discovery.Found now = found.get().value();
    Plane on = plane.get().value();
    if (now != null && on != null) {
      chosen.set(-1);
      lassoLane.submit(progress -> Lasso.around(now, on, x, y));
    }
  }

  /// Lets go of the line.
  public void unpick() {
    lassoLane.cancel();
    lasso.set(null);
  }

  /// Makes a list of clustered people.
  ///
  /// @param rows of the people
  public void list(
      String title,
      String description,
      int[] rows,
      Consumer<StaticLists.Made> done,
      Consumer<Fault> failed) {
    Discovery.Found now = found.get().value();
    if (now != null) {
      list(
          title,
          description,
          Arrays.stream(rows).mapToObj(now.people()::id).toList(),
          done,
          failed);
    }
  }

  /// Makes a list of customers.
  public void list(
      String title,
      String description,
      List<String> customers,
      Consumer<StaticLists.Made> done,
      Consumer<Fault> failed) {
    jobs.run(
        Messages.text("studio.list.job"),
        progress -> lists.make(title, description, customers, progress),
        done,
        failed);
  }

  /// Whether nothing was asked for yet.
  public boolean untouched() {
    return found.get() instanceof Load.Idle<?>;
  }

  /// Finds the people of the segment on the map.
  public void segmentChanged() {
    Discovery.Found now = found.get().value();
    if (now == null) {
      return;
    }
    Rule of = segment.get();
    if (of.equals(Rule.EVERYONE)) {
      insideLane.cancel();
      inside(null);
      return;
    }
    insideLane.submit(progress -> discovery.holds(of, now.sampleIds(), progress));
  }

  /// @param sample which of the sample are in the segment
  private void inside(boolean @Nullable [] sample) {
    sampleInside = sample;
    Discovery.Found now = found.get().value();
    Plane on = plane.get().value();
    if (sample == null || now == null || on == null || sample.length != now.sample().length) {
      inside.set(null);
      return;
    }
    int[] places = new int[on.size()];
    int count = 0;
    int at = 0;
    for (int i = 0; i < sample.length; i++) {
      while (at < on.size() && on.rows()[at] < now.sample()[i]) {
        at++;
      }
      if (sample[i] && at < on.size() && on.rows()[at] == now.sample()[i]) {
        places[count++] = at;
      }
    }
    inside.set(Arrays.copyOf(places, count));
  }

  @Override
  public void close() {
    kept.close();
    insideLane.close();
    lassoLane.close();
    running.run();
    placing.run();
  }
}

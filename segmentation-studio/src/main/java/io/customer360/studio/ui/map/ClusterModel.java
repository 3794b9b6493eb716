package io.customer360.studio.ui.map;

import io.customer360.studio.cluster.Algorithm;
import io.customer360.studio.cluster.ClusterRequest;
import io.customer360.studio.desk.Discovery;
import io.customer360.studio.rule.Rule;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import io.customer360.ui.text.Messages;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A clustering that was asked for, what came out, and which of its people are in the segment on
/// screen. FX thread only.
public final class ClusterModel implements AutoCloseable {
  /// What the person chose.
  ///
  /// @param k 0: suggested
  /// @param segmentOnly the people of the segment on screen instead of everybody
  /// @param logarithms whether features that are skewed by nature are looked at by their logarithm
  public record Setup(
      Algorithm algorithm,
      int k,
      long seed,
      String features,
      boolean segmentOnly,
      boolean logarithms) {
    static final Setup FIRST = new Setup(Algorithm.KMEANS, 6, 7, "behaviour", false, true);

    Setup with(Algorithm next) {
      return new Setup(next, k, seed, features, segmentOnly, logarithms);
    }

    Setup clusters(int next) {
      return new Setup(algorithm, next, seed, features, segmentOnly, logarithms);
    }

    Setup seed(long next) {
      return new Setup(algorithm, k, next, features, segmentOnly, logarithms);
    }

    Setup features(String next) {
      return new Setup(algorithm, k, seed, next, segmentOnly, logarithms);
    }

    Setup logarithms(boolean next) {
      return new Setup(algorithm, k, seed, features, segmentOnly, next);
    }

    Setup segmentOnly(boolean next) {
      return new Setup(algorithm, k, seed, features, next, logarithms);
    }
  }

  private final Discovery discovery;
  private final Supplier<Rule> segment;
  private final FxJobs jobs;
  private final ReadOnlyObjectWrapper<Setup> setup = new ReadOnlyObjectWrapper<>(Setup.FIRST);
  private final ReadOnlyObjectWrapper<Load<Discovery.Found>> found =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<boolean @Nullable []> inside =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
  private final Latest<boolean[]> insideLane;
  private Runnable running = () -> {};

  /// @param segment the tree on screen
  public ClusterModel(Discovery discovery, Supplier<Rule> segment, FxJobs jobs) {
    this.discovery = discovery;
    this.segment = segment;
    this.jobs = jobs;
    insideLane = jobs.latest(inside::set, fault -> inside.set(null));
  }

  public ReadOnlyObjectProperty<Setup> setup() {
    return setup.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<Discovery.Found>> found() {
    return found.getReadOnlyProperty();
  }

  /// Which customers of the map are in the segment on screen; null when not known or all are.
  public ReadOnlyObjectProperty<boolean @Nullable []> inside() {
    return inside.getReadOnlyProperty();
  }

  /// The cluster that is looked at; -1: none.
  public ReadOnlyIntegerProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  public void choose(int cluster) {
    chosen.set(chosen.get() == cluster ? -1 : cluster);
  }

  public void change(Setup next) {
    if (!next.equals(setup.get())) {
      setup.set(next);
      run();
    }
  }

  /// Clusters as set up; a run under way is cancelled.
  public void run() {
    running.run();
    Setup now = setup.get();
    Rule people = now.segmentOnly() ? segment.get() : null;
    Discovery.Question question =
        new Discovery.Question(
            people,
            now.features(),
            now.logarithms(),
            ClusterRequest.of(now.algorithm(), now.algorithm().needsK() ? now.k() : 0, now.seed()));
    found.set(found.get().reload());
    running =
        jobs.run(
            Messages.text("studio.cluster.job"),
            progress -> discovery.run(question, progress),
            value -> {
              chosen.set(-1);
              inside.set(null);
              found.set(new Load.Ready<>(value));
              segmentChanged();
            },
            fault -> found.set(new Load.Failed<>(fault)));
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
      inside.set(null);
      return;
    }
    insideLane.submit(progress -> discovery.holds(of, now.ids(), progress));
  }

  @Override
  public void close() {
    insideLane.close();
    running.run();
  }
}

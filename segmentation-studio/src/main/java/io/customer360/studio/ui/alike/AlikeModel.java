package io.customer360.studio.ui.alike;

import io.customer360.studio.alike.Alike;
import io.customer360.studio.desk.AlikeFinder;
import io.customer360.studio.desk.StaticLists;
import io.customer360.studio.rule.Rule;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Load;
import io.customer360.ui.text.Messages;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Look-alikes of one rule, and how many of them are taken. FX thread only.
public final class AlikeModel {
  private static final long SEED = 7;

  /// Taken at first: as many as the segment has, within these.
  private static final int LEAST = 10;

  private static final int MOST = 1_000;

  private final AlikeFinder finder;
  private final StaticLists lists;
  private final FxJobs jobs;
  private final ReadOnlyObjectWrapper<Load<AlikeFinder.Found>> found =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper(0);
  private String title = "";
  private Rule rule = Rule.EVERYONE;
  private String features = "behaviour";
  private Runnable running = () -> {};

  public AlikeModel(AlikeFinder finder, StaticLists lists, FxJobs jobs) {
    this.finder = finder;
    this.lists = lists;
    this.jobs = jobs;
  }

  ReadOnlyObjectProperty<Load<AlikeFinder.Found>> found() {
    return found.getReadOnlyProperty();
  }

  /// How many are taken, 0 before there is an answer.
  ReadOnlyIntegerProperty size() {
    return size.getReadOnlyProperty();
  }

  /// Of whom the others are to be like.
  String title() {
    return title;
  }

  /// The feature set likeness goes by.
  String features() {
    return features;
  }

  void open(String of, Rule people) {
    title = of;
    rule = people;
    found.set(Load.idle());
    size.set(0);
    find();
  }

  void features(String next) {
    if (!next.equals(features)) {
      features = next;
      find();
    }
  }

  /// Looks for them; a search under way is cancelled.
  void find() {
    running.run();
    found.set(found.get().reload());
    Rule of = rule;
    String by = features;
    running =
        jobs.run(
            Messages.text("studio.alike.job"),
            progress -> finder.find(of, by, SEED, progress),
            this::take,
            fault -> found.set(new Load.Failed<>(fault)));
  }

  private void take(AlikeFinder.Found value) {
    Alike alike = value.alike();
    int wanted = size.get() > 0 ? size.get() : Math.clamp(alike.seeds(), LEAST, MOST);
    size.set(Math.min(wanted, alike.rows().length));
    found.set(new Load.Ready<>(value));
  }

  /// Takes so many, within what there is.
  void size(int next) {
    AlikeFinder.Found now = found.get().value();
    if (now != null) {
      size.set(Math.clamp(next, 1, now.alike().rows().length));
    }
  }

  /// Saves those taken as a static list.
  void save(Consumer<StaticLists.Made> done, Consumer<Fault> failed) {
    AlikeFinder.Found now = found.get().value();
    int take = size.get();
    if (now == null || take == 0) {
      return;
    }
    String name = Messages.text("studio.alike.list", title);
    String words = Messages.text("studio.alike.list.words", title);
    jobs.run(
        Messages.text("studio.list.job"),
        progress -> lists.make(name, words, now.customers(take), progress),
        done,
        failed);
  }

  void stop() {
    running.run();
  }
}

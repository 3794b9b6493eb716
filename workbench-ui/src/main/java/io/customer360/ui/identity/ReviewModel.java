package io.customer360.ui.identity;

import io.customer360.governance.Person;
import io.customer360.identity.Stewardship;
import io.customer360.identity.review.ReviewPair;
import io.customer360.identity.review.ReviewQueue;
import io.customer360.identity.review.Reviews;
import io.customer360.identity.steward.Judgement;
import io.customer360.identity.steward.Verdict;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The review queue and the pair under judgement. A verdict moves on at once; it is stored behind
/// the screen, and a pair whose verdict could not be stored comes back. FX thread only.
public final class ReviewModel implements AutoCloseable {
  private static final int SHOWN = 200;
  private static final int REFILL = 20;
  private static final int KEPT = 16;

  /// Two records; the queue and the engine write the smaller id left.
  public record Key(String left, String right) {
    static Key of(ReviewQueue.Task task) {
      return new Key(task.left(), task.right());
    }
  }

  /// A verdict given here, until the program ends.
  private static final class Given {
    final Key key;
    final Optional<ReviewQueue.Task> task;
    final int place;
    final Verdict verdict;
    volatile @Nullable Judgement stored;

    Given(Key key, Optional<ReviewQueue.Task> task, int place, Verdict verdict) {
      this.key = key;
      this.task = task;
      this.place = place;
      this.verdict = verdict;
    }
  }

  private final Reviews reviews;
  private final Stewardship stewardship;
  private final Person person;
  private final InstantSource clock;
  private final WriteLane writes;
  private final Latest<ReviewQueue> queueLane;
  private final Latest<ReviewPair> pairLane;
  private final Latest<ReviewPair> aheadLane;
  private final ReadOnlyObjectWrapper<Load<ReviewQueue>> queue =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<ReviewPair>> opened =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private final Map<Key, ReviewPair> read = new LinkedHashMap<>();
  private final Deque<Given> given = new ArrayDeque<>();
  private final Session session = new Session();
  private Consumer<Fault> failed = fault -> {};
  private Runnable stored = () -> {};
  private @Nullable Key selected;
  private @Nullable Key ahead;

  public ReviewModel(
      Reviews reviews, Stewardship stewardship, Person person, FxJobs jobs, InstantSource clock) {
    this.reviews = reviews;
    this.stewardship = stewardship;
    this.person = person;
    this.clock = clock;
    writes = new WriteLane(jobs);
    queueLane = jobs.latest(this::show, fault -> queue.set(new Load.Failed<>(fault)));
    pairLane =
        jobs.latest(
            Duration.ofMillis(30),
            this::show,
            fault -> {
              opened.set(new Load.Failed<>(fault));
              ready.set(false);
            });
    // decision: a pair read ahead that fails says so when it is opened
    aheadLane = jobs.latest(this::keep, fault -> {});
  }

  /// Who hears that a verdict could not be stored, and that one was.
  public void listen(Consumer<Fault> onFailed, Runnable onStored) {
    failed = onFailed;
    stored = onStored;
  }

  public ReadOnlyObjectProperty<Load<ReviewQueue>> queue() {
    return queue.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<ReviewPair>> opened() {
    return opened.getReadOnlyProperty();
  }

  /// Whether the pair shown is the pair selected: only then is a verdict taken.
  public ReadOnlyBooleanProperty ready() {
    return ready.getReadOnlyProperty();
  }

  /// Judgements, undoings and splits made here that are not applied yet.
  public ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /// Counts something done elsewhere on this screen that waits to be applied.
  void changed() {
    changes.set(changes.get() + 1);
  }

  public Optional<Key> selected() {
    return Optional.ofNullable(selected);
  }

  /// Why the selected pair is in the queue; empty for one opened by hand.
  public Optional<ReviewQueue.Task> task() {
    return tasks().stream().filter(task -> Key.of(task).equals(selected)).findFirst();
  }

  int judgedHere() {
    return session.count();
  }

  double perMinute() {
    return session.perMinute();
  }

  /// The verdict that Undo would take back.
  public Optional<Verdict> last() {
    return Optional.ofNullable(given.peek()).map(last -> last.verdict);
  }

  List<ReviewQueue.Task> tasks() {
    ReviewQueue now = queue.get().value();
    return now == null ? List.of() : now.tasks();
  }

  /// Whether all verdicts are stored.
  boolean settled() {
    return writes.idle();
  }

  public void reload() {
    read.clear();
    refill();
  }

  /// Reads everything again after a new resolution: what was judged is in it, and cannot be taken
  /// back by one key any more.
  void resolved() {
    given.clear();
    changes.set(0);
    selected = null;
    reload();
  }

  private void refill() {
    queue.set(queue.get().reload());
    queueLane.submit(progress -> reviews.queue(SHOWN));
  }

  private void show(ReviewQueue next) {
    List<ReviewQueue.Task> tasks =
        next.tasks().stream()
            .filter(task -> given.stream().noneMatch(one -> one.key.equals(Key.of(task))))
            .toList();
    int hidden = next.tasks().size() - tasks.size();
    publish(Math.max(tasks.size(), next.waiting() - hidden), next.judged() + hidden, tasks);
    Key now = selected;
    if (now == null || (task().isEmpty() && opened.get().value() == null)) {
      openFirst();
    } else {
      open(now);
    }
  }

  private void openFirst() {
    List<ReviewQueue.Task> tasks = tasks();
    if (tasks.isEmpty()) {
      selected = null;
      opened.set(Load.idle());
      ready.set(false);
    } else {
      open(Key.of(tasks.getFirst()));
    }
  }

  private void publish(long waiting, long judged, List<ReviewQueue.Task> tasks) {
    queue.set(new Load.Ready<>(new ReviewQueue(waiting, judged, tasks)));
  }

  /// Opens any two records, in the queue or not.
  public void open(Key key) {
    selected = key;
    ReviewPair known = read.get(key);
    if (known != null) {
      pairLane.cancel();
      show(known);
      return;
    }
    ready.set(false);
    opened.set(opened.get().reload());
    pairLane.submit(progress -> reviews.pair(key.left(), key.right()));
  }

  private void show(ReviewPair pair) {
    keep(pair);
    ready.set(true);
    opened.set(new Load.Ready<>(pair));
    readAhead();
  }

  private void keep(ReviewPair pair) {
    // The engine may swap the sides: remember the pair under the key that asked for it too.
    read.put(new Key(pair.left().record(), pair.right().record()), pair);
    read.put(new Key(pair.right().record(), pair.left().record()), pair);
    while (read.size() > KEPT) {
      read.remove(read.keySet().iterator().next());
    }
  }

  /// The pair that comes next is read while this one is looked at.
  private void readAhead() {
    List<ReviewQueue.Task> tasks = tasks();
    int at = place();
    Key next = at >= 0 && at + 1 < tasks.size() ? Key.of(tasks.get(at + 1)) : null;
    if (next != null && !read.containsKey(next) && !next.equals(ahead)) {
      ahead = next;
      aheadLane.submit(progress -> reviews.pair(next.left(), next.right()));
    }
  }

  private int place() {
    List<ReviewQueue.Task> tasks = tasks();
    for (int i = 0; i < tasks.size(); i++) {
      if (Key.of(tasks.get(i)).equals(selected)) {
        return i;
      }
    }
    return -1;
  }

  /// Moves by so many rows.
  public void move(int by) {
    List<ReviewQueue.Task> tasks = tasks();
    if (!tasks.isEmpty()) {
      int at = place();
      open(Key.of(tasks.get(at < 0 ? 0 : Math.clamp((long) at + by, 0, tasks.size() - 1))));
    }
  }

  /// Judges the pair that is shown and moves on. Ignored while another one is being read: nobody
  /// may judge what he does not see.
  public void judge(Verdict verdict) {
    Key key = selected;
    if (key == null || !ready.get()) {
      return;
    }
    int place = place();
    Given one = new Given(key, task(), place, verdict);
    given.push(one);
    session.judged(clock.instant());
    changed();
    takeOut(key);
    writes.add(
        progress -> {
          Judgement judgement = stewardship.judge(key.left(), key.right(), verdict, "", person);
          one.stored = judgement;
          return judgement;
        },
        judgement -> stored.run(),
        fault -> {
          // It may have been taken back by hand while it was being stored.
          if (given.remove(one)) {
            putBack(one);
          }
          failed.accept(fault);
        });
    step(place);
  }

  private void step(int place) {
    List<ReviewQueue.Task> tasks = tasks();
    if (tasks.isEmpty()) {
      openFirst();
    } else {
      open(Key.of(tasks.get(Math.clamp(place, 0, tasks.size() - 1))));
    }
    ReviewQueue now = queue.get().value();
    if (now != null && now.tasks().size() < REFILL && now.waiting() > now.tasks().size()) {
      refill();
    }
  }

  private void takeOut(Key key) {
    ReviewQueue now = queue.get().value();
    if (now != null) {
      List<ReviewQueue.Task> left = new ArrayList<>(now.tasks());
      boolean there = left.removeIf(task -> Key.of(task).equals(key));
      publish(now.waiting() - (there ? 1 : 0), now.judged() + 1, left);
    }
  }

  private void putBack(Given one) {
    session.takenBack();
    changes.set(Math.max(0, changes.get() - 1));
    ReviewQueue now = queue.get().value();
    if (now != null) {
      List<ReviewQueue.Task> tasks = new ArrayList<>(now.tasks());
      one.task.ifPresent(task -> tasks.add(Math.clamp(one.place, 0, tasks.size()), task));
      publish(now.waiting() + (one.task.isPresent() ? 1 : 0), now.judged() - 1, tasks);
    }
    if (selected == null) {
      open(one.key);
    }
  }

  /// Takes the last verdict back and shows its pair again; false when there is none.
  public boolean undo() {
    Given one = given.poll();
    if (one == null) {
      return false;
    }
    putBack(one);
    open(one.key);
    writes.add(
        progress -> {
          Judgement judgement = one.stored;
          if (judgement != null) {
            stewardship.undo(judgement.number(), person);
          }
          return true;
        },
        done -> stored.run(),
        fault -> {
          given.push(one);
          session.judged(clock.instant());
          changed();
          takeOut(one.key);
          failed.accept(fault);
        });
    return true;
  }

  /// Splits records off a customer.
  public void split(
      String customerId,
      List<String> records,
      String reason,
      Consumer<Judgement> done,
      Consumer<Fault> refused) {
    writes.add(
        progress -> stewardship.split(customerId, records, reason, person),
        judgement -> {
          changed();
          stored.run();
          done.accept(judgement);
        },
        refused);
  }

  @Override
  public void close() {
    queueLane.close();
    pairLane.close();
    aheadLane.close();
    writes.close();
  }
}

package io.customer360.studio.ui.rules;

import io.customer360.governance.Person;
import io.customer360.job.Progress;
import io.customer360.lakehouse.ExportFormat;
import io.customer360.lakehouse.ExportReport;
import io.customer360.studio.count.Member;
import io.customer360.studio.count.SegmentCount;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentFiles;
import io.customer360.studio.segment.SegmentSource;
import io.customer360.studio.segment.SegmentStudio;
import io.customer360.studio.sql.ParsedRule;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import io.customer360.ui.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The segment that is being worked on: its tree with undo, what it counts to, some of its people.
/// Every change counts anew; of counts only the newest is shown, and while it is on its way the old
/// one stays. FX thread only; every engine call runs elsewhere.
public final class DraftModel implements AutoCloseable {
  /// So many people are shown.
  public static final int PEOPLE = 10;

  private static final Duration QUIET = Duration.ofMillis(25);

  /// A count with the tree it is of, and the tree's SQL.
  public record Counted(Rule rule, SegmentCount count, String sql) {}

  /// The segment's text as it stands on screen.
  ///
  /// @param saved as it was opened or saved last; null for a new one
  public record Head(String title, String description, @Nullable SegmentDefinition saved) {}

  private final SegmentStudio studio;
  private final Person person;
  private final FxJobs jobs;
  private final History history = new History();
  private final ReadOnlyObjectWrapper<Head> head;
  private final ReadOnlyObjectWrapper<Rule> rule = new ReadOnlyObjectWrapper<>(Rule.EVERYONE);
  private final ReadOnlyObjectWrapper<Load<Counted>> counted =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<List<Member>>> people =
      new ReadOnlyObjectWrapper<>(Load.idle());

  /// What was on screen and not saved when something else took its place.
  ///
  /// @param kept the tree as it was saved
  public record Left(Head head, Rule rule, Rule kept) {}

  private final ReadOnlyObjectWrapper<Load<ParsedRule>> parsed =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
  private final Latest<Counted> countLane;
  private final Latest<List<Member>> peopleLane;
  private final Latest<ParsedRule> parseLane;
  private final Latest<Rule> openLane;
  private final Latest<Boolean> warmLane;
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private Rule kept = Rule.EVERYONE;
  private @Nullable Left left;
  private String selected = "";
  private long seed;

  public DraftModel(SegmentStudio studio, Person person, FxJobs jobs) {
    this.studio = studio;
    this.person = person;
    this.jobs = jobs;
    head = new ReadOnlyObjectWrapper<>(new Head(Messages.text("studio.new"), "", null));
    countLane =
        jobs.latest(
            QUIET,
            value -> {
              counted.set(new Load.Ready<>(value));
              readPeople();
            },
            fault -> counted.set(new Load.Failed<>(fault)));
    peopleLane =
        jobs.latest(
            value -> people.set(new Load.Ready<>(value)),
            fault -> people.set(new Load.Failed<>(fault)));
    parseLane =
        jobs.latest(
            Duration.ofMillis(150),
            value -> {
              parsed.set(new Load.Ready<>(value));
              apply(value.rule(), "sql");
            },
            fault -> parsed.set(new Load.Failed<>(fault)));
    warmLane = jobs.latest(done -> reading.set(false), fault -> reading.set(false));
    openLane = jobs.latest(this::start, fault -> counted.set(new Load.Failed<>(fault)));
  }

  public ReadOnlyObjectProperty<Head> head() {
    return head.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Rule> rule() {
    return rule.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<Counted>> counted() {
    return counted.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<List<Member>>> people() {
    return people.getReadOnlyProperty();
  }

  /// Whether columns are being read ahead, so that later counts need not wait for them.
  public ReadOnlyBooleanProperty reading() {
    return reading.getReadOnlyProperty();
  }

  /// The last reading of SQL typed by a person.
  public ReadOnlyObjectProperty<Load<ParsedRule>> parsed() {
    return parsed.getReadOnlyProperty();
  }

  /// Whether the tree differs from what was saved.
  public ReadOnlyBooleanProperty changed() {
    return changed.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty undoable() {
    return undoable.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty redoable() {
    return redoable.getReadOnlyProperty();
  }

  /// The place of the rule the keys act on.
  public String selected() {
    return selected;
  }

  public void select(String place) {
    selected = place;
  }

  /// Begins a new segment with this tree.
  public void begin(String title, Rule with) {
    openLane.cancel();
    leave();
    head.set(new Head(title, "", null));
    start(with);
  }

  /// Begins a new segment with a condition written in SQL.
  public void beginSql(String title, String sql) {
    leave();
    head.set(new Head(title, "", null));
    counted.set(counted.get().reload());
    openLane.submit(progress -> studio.parse(sql, progress).rule());
  }

  /// Opens a segment of the catalog.
  public void open(SegmentDefinition segment) {
    leave();
    head.set(new Head(segment.title(), segment.description(), segment));
    counted.set(counted.get().reload());
    // A list has no rules of its own: on screen it is whoever is on it.
    openLane.submit(
        progress ->
            segment.source() instanceof SegmentSource.StaticList
                ? Rule.all(new Rule.Membership(segment.id()))
                : studio.rule(segment));
  }

  private void leave() {
    left =
        changed.get() && !rule.get().equals(Rule.EVERYONE)
            ? new Left(head.get(), rule.get(), kept)
            : null;
    // what comes in its place begins without changes, however long its rules take to be read
    changed.set(false);
  }

  /// What the last segment that was begun or opened took the place of; empty when that was saved.
  public Optional<Left> left() {
    return Optional.ofNullable(left);
  }

  /// Puts back what was not saved.
  public void bringBack(Left unsaved) {
    openLane.cancel();
    left = null;
    head.set(unsaved.head());
    start(unsaved.rule());
    kept = unsaved.kept();
    changed.set(true);
  }

  private void start(Rule opened) {
    Rule tree = Edits.rooted(opened);
    history.clear();
    selected = "";
    kept = tree;
    seed = 0;
    parsed.set(Load.idle());
    put(tree);
    reading.set(true);
    warmLane.submit(
        progress -> {
          studio.warm(tree, progress);
          return true;
        });
  }

  public void rename(String title, String description) {
    head.set(new Head(title, description, head.get().saved()));
    changed.set(true);
  }

  /// Changes the tree.
  ///
  /// @param place the rule that was touched
  public void change(Rule next, String place) {
    selected = place;
    apply(next, "");
  }

  /// Adds a condition at the end of the tree's root.
  public void add(Rule condition) {
    Edits.Edit edit = Edits.add(rule.get(), "", condition);
    change(edit.root(), edit.place());
  }

  /// Changes the tree by a keystroke; those in the same field are undone together.
  public void type(Rule next, String field) {
    apply(next, field);
  }

  private void apply(Rule next, String field) {
    Rule now = rule.get();
    if (!next.equals(now)) {
      history.changed(now, field);
      put(Edits.rooted(next));
    }
  }

  private void put(Rule next) {
    rule.set(next);
    undoable.set(history.canUndo());
    redoable.set(history.canRedo());
    SegmentDefinition saved = head.get().saved();
    changed.set(saved == null ? !next.equals(Rule.EVERYONE) : !next.equals(kept));
    count();
  }

  public void undo() {
    if (history.canUndo()) {
      put(history.undo(rule.get()));
    }
  }

  public void redo() {
    if (history.canRedo()) {
      put(history.redo(rule.get()));
    }
  }

  /// Counts what is on screen again.
  public void count() {
    Rule counting = rule.get();
    counted.set(counted.get().reload());
    people.set(people.get().reload());
    peopleLane.cancel();
    countLane.submit(progress -> counted(counting, progress));
  }

  private Counted counted(Rule counting, Progress progress) {
    studio.check(counting);
    return new Counted(counting, studio.count(counting, progress), studio.sql(counting));
  }

  private void readPeople() {
    Rule of = rule.get();
    long drawn = seed;
    people.set(people.get().reload());
    peopleLane.submit(progress -> studio.people(of, PEOPLE, drawn, progress));
  }

  /// Draws other people.
  public void drawPeople() {
    seed++;
    readPeople();
  }

  /// Reads SQL typed by a person into the tree; what is not SQL leaves the tree as it was.
  public void sql(String text) {
    parsed.set(parsed.get().reload());
    parseLane.submit(progress -> studio.parse(text, progress));
  }

  /// Stops reading SQL; the rules stay as they are.
  public void stopSql() {
    parseLane.cancel();
    parsed.set(Load.idle());
  }

  /// Stops a count that takes too long. The rules stay; the next change counts again.
  public void stopCount() {
    countLane.cancel();
    peopleLane.cancel();
    counted.set(new Load.Failed<>(new Fault("C360-SEG-080", Messages.text("studio.stopped"))));
  }

  /// The text to copy a rule as.
  public String text(String place) {
    Rule copied = RuleTree.at(rule.get(), place);
    return io.customer360.studio.segment.RuleText.of(copied).toString();
  }

  /// Adds what was copied behind the selected rule: a rule's text, or a condition in SQL.
  public void paste(String text, Consumer<Fault> failed) {
    String after = selected;
    jobs.<Rule>latest(
            pasted -> {
              Edits.Edit edit = Edits.add(rule.get(), after, pasted);
              change(edit.root(), edit.place());
            },
            failed)
        .submit(
            progress ->
                text.strip().startsWith("{")
                    ? SegmentFiles.rules(Messages.text("studio.pasted"), text)
                    : studio.parse(text, progress).rule());
  }

  /// Saves as the next version, or as a new segment under an id made of its title.
  public void save(Consumer<SegmentDefinition> done, Consumer<Fault> failed) {
    Head now = head.get();
    Rule tree = rule.get();
    SegmentDefinition saved = now.saved();
    if (saved != null && saved.source() instanceof SegmentSource.StaticList && !tree.equals(kept)) {
      failed.accept(new Fault("C360-SEG-081", Messages.text("studio.list.rules", saved.title())));
      return;
    }
    // A list or a text in SQL whose rules nobody touched stays what it is.
    SegmentSource source =
        saved != null && tree.equals(kept) ? saved.source() : new SegmentSource.Rules(tree);
    jobs.run(
        Messages.text("studio.save"),
        progress ->
            saved == null
                ? studio.create(
                    SegmentDefinition.of(id(now.title()), now.title(), now.description(), source),
                    person)
                : studio.save(saved.titled(now.title(), now.description()).with(source), person),
        written -> {
          head.set(new Head(written.title(), written.description(), written));
          kept = tree;
          changed.set(!rule.get().equals(kept));
          done.accept(written);
        },
        failed);
  }

  /// The id it has, or will have when it is saved.
  public String id() {
    SegmentDefinition saved = head.get().saved();
    return saved == null ? id(head.get().title()) : saved.id();
  }

  /// Lower-case letters, digits and hyphens of a title.
  public static String id(String title) {
    String id =
        java.text.Normalizer.normalize(title, java.text.Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return id.isEmpty() ? "segment" : id;
  }

  /// Writes the members of the saved segment.
  public void materialize(Consumer<Long> done, Consumer<Fault> failed) {
    SegmentDefinition saved = Objects.requireNonNull(head.get().saved());
    jobs.run(
        Messages.text("studio.materialise"),
        progress -> studio.materialize(saved, progress),
        done,
        failed);
  }

  /// Writes the people on screen to a file.
  public void export(
      ExportFormat format, Path file, Consumer<ExportReport> done, Consumer<Fault> failed) {
    Rule tree = rule.get();
    jobs.run(
        Messages.text("studio.export"),
        progress -> {
          studio.check(tree);
          List<String> known =
              studio.catalog().fields().stream().map(field -> field.name()).toList();
          List<String> columns =
              List.of("full_name", "city", "value_tier", "margin_12m").stream()
                  .filter(known::contains)
                  .toList();
          return studio.export(tree, columns, format, file, progress);
        },
        done,
        failed);
  }

  @Override
  public void close() {
    countLane.close();
    peopleLane.close();
    parseLane.close();
    openLane.close();
    warmLane.close();
  }
}

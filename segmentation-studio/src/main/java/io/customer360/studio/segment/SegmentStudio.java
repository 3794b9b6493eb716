package io.customer360.studio.segment;

import io.customer360.fault.WorkbenchException;
import io.customer360.governance.Person;
import io.customer360.job.Progress;
import io.customer360.lakehouse.ExportFormat;
import io.customer360.lakehouse.ExportReport;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.QueryLimits;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.annotation.Annotation;
import io.customer360.studio.annotation.Annotations;
import io.customer360.studio.count.Counter;
import io.customer360.studio.count.Member;
import io.customer360.studio.count.SegmentCount;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.field.Near;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import io.customer360.studio.sql.ParsedRule;
import io.customer360.studio.sql.RuleParser;
import io.customer360.studio.sql.RuleSql;
import io.customer360.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Builds, counts, keeps and writes segments: what the window and the command line call. Safe from
/// any thread.
public final class SegmentStudio {
  private final SegmentFiles files;
  private final Lakehouse lakehouse;
  private final ZoneId zone;
  private final Clock clock;
  private final Counter counter;

  public SegmentStudio(Workspace workspace, Lakehouse lakehouse) {
    this.files = new SegmentFiles(workspace.segments());
    this.lakehouse = lakehouse;
    this.zone = workspace.settings().zoneId();
    this.clock = workspace.clock();
    this.counter = new Counter(lakehouse, zone);
  }

  /// Every segment, retired ones included, in order.
  public List<SegmentDefinition> definitions() {
    return files.read();
  }

  /// @throws WorkbenchException when there is none, with near ids
  public SegmentDefinition definition(String id) {
    return files
        .find(id)
        .orElseThrow(
            () ->
                WorkbenchException.user(
                    "C360-CLI-009",
                    "There is no segment "
                        + id
                        + Near.words(id, files.read().stream().map(SegmentDefinition::id).toList())
                        + ". See: workbench segment list"));
  }

  /// The fields and events rules may use.
  public FieldCatalog catalog() {
    return lakehouse.read(FieldCatalog::read);
  }

  /// The checked tree of a segment; of one written as SQL, as far as it can be shown.
  public Rule rule(SegmentDefinition segment) {
    return resolver((rules, catalog) -> rules.of(segment));
  }

  /// Makes a tree of SQL; what cannot be shown as rules is listed.
  ///
  /// @throws WorkbenchException with the place, when it is not SQL, writes, or reads beyond gold
  public ParsedRule parse(String sql, Progress progress) {
    return lakehouse.read(
        progress,
        connection -> {
          FieldCatalog catalog = FieldCatalog.read(connection);
          ParsedRule parsed = new RuleParser(connection, catalog, zone).parse(sql);
          rules(connection, catalog).check("in the text", parsed.rule());
          return parsed;
        });
  }

  /// Checks a tree.
  ///
  /// @throws WorkbenchException at the first rule that cannot be evaluated
  public void check(Rule rule) {
    resolver(
        (rules, catalog) -> {
          rules.check("as given", rule);
          return true;
        });
  }

  /// The SQL a person reads and edits beside the tree.
  public String sql(Rule rule) {
    return new RuleSql(catalog(), zone).statement(rule);
  }

  /// The same as the database can run it today, segments it refers to written out.
  public String runnable(Rule rule) {
    return new RuleSql(catalog(), zone).runnable(expanded(rule), lakehouse.asOf());
  }

  /// Counts a tree; the sets of its rules are kept for the next count.
  public SegmentCount count(Rule rule, Progress progress) {
    prepare(rule);
    return counter.count(rule, progress);
  }

  /// Reads ahead what counts of a tree and of its likely changes need.
  public void warm(Rule rule, Progress progress) {
    counter.warm(rule, progress);
  }

  /// Some members.
  ///
  /// @param seed 0: those with the most margin; else drawn by it
  public List<Member> people(Rule rule, int limit, long seed, Progress progress) {
    prepare(rule);
    return counter.people(rule, limit, seed, progress);
  }

  /// The counter behind this, for sets and their algebra.
  public Counter counter() {
    return counter;
  }

  /// Gives the counter the segments a tree refers to, when it refers to any.
  public void prepare(Rule rule) {
    if (!RuleTree.segments(rule).isEmpty()) {
      Map<String, Rule> used = referred(rule);
      counter.segments(used);
    }
  }

  private Map<String, Rule> referred(Rule rule) {
    return resolver((rules, catalog) -> rules.of(RuleTree.segments(rule)));
  }

  /// The tree with every segment it refers to put in its place.
  public Rule expanded(Rule rule) {
    return RuleTree.segments(rule).isEmpty() ? rule : Expansion.of(rule, referred(rule));
  }

  /// Saves a segment as its next version. The rule is checked first; nothing is kept when it is
  /// wrong.
  ///
  /// @return the segment as saved
  public SegmentDefinition save(SegmentDefinition segment, Person by) {
    int version = files.find(segment.id()).map(SegmentDefinition::version).orElse(0) + 1;
    List<SegmentDefinition> all = new ArrayList<>(files.read());
    all.removeIf(one -> one.id().equals(segment.id()));
    all.add(segment);
    lakehouse.read(
        connection ->
            new SegmentRules(connection, FieldCatalog.read(connection), zone, lakehouse.asOf(), all)
                .of(List.of(segment.id())));
    SegmentDefinition saved = segment.saved(version, by.name(), clock.instant());
    SegmentCount baseline =
        saved.retired() || saved.source() instanceof SegmentSource.StaticList
            ? null
            : count(rule(saved), Progress.NONE);
    lakehouse.write(
        connection ->
            Rows.update(
                connection,
                "insert into ops.segment_version values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                saved.id(),
                saved.version(),
                saved.title(),
                saved.author(),
                saved.updated(),
                SegmentFiles.text(saved),
                baseline == null ? 0 : baseline.customers(),
                baseline == null ? 0 : baseline.everyone(),
                baseline == null ? 0 : baseline.margin12m()));
    files.write(saved);
    return saved;
  }

  /// Versions, refreshes, who came and went and why.
  public SegmentHistory.Story history(String id) {
    return new SegmentHistory(lakehouse).of(definition(id).id());
  }

  /// What else happened from the first of some refreshes to the last, by day.
  ///
  /// @param runs the newest first
  public List<Annotation> beside(List<SegmentHistory.Run> runs, Progress progress) {
    return runs.isEmpty()
        ? List.of()
        : new Annotations(lakehouse, zone)
            .between(
                LocalDate.ofInstant(runs.getLast().asOf(), zone),
                LocalDate.ofInstant(runs.getFirst().asOf(), zone),
                progress);
  }

  /// The segments whose rules refer to this one.
  public List<String> usedBy(String id) {
    return files.read().stream()
        .filter(other -> refersTo(other, id))
        .map(SegmentDefinition::id)
        .toList();
  }

  static boolean refersTo(SegmentDefinition other, String id) {
    return switch (other.source()) {
      case SegmentSource.Rules rules -> RuleTree.segments(rules.rule()).contains(id);
      case SegmentSource.Sql sql -> sql.text().contains("'" + id + "'");
      case SegmentSource.StaticList list -> false;
    };
  }

  /// Saves the rules of an earlier version as the next one; a retired segment is in use again.
  ///
  /// @throws WorkbenchException when there is no such version
  public SegmentDefinition restore(String id, int version, Person by) {
    SegmentDefinition now = definition(id);
    String text =
        history(id).versions().stream()
            .filter(one -> one.version() == version)
            .map(SegmentHistory.Version::definition)
            .findFirst()
            .orElseThrow(
                () ->
                    WorkbenchException.user(
                        "C360-SEG-029",
                        "Segment "
                            + id
                            + " has no version "
                            + version
                            + ". See: workbench segment history "
                            + id));
    SegmentDefinition then = SegmentFiles.parse(id, "version " + version + " of " + id, text);
    return save(
        now.with(then.source()).titled(then.title(), then.description()).retired(false), by);
  }

  /// Takes a segment out of use: it keeps its history and has no members any more.
  ///
  /// @throws WorkbenchException when another segment refers to it
  public SegmentDefinition retire(String id, Person by) {
    SegmentDefinition segment = definition(id);
    List<String> users = usedBy(id).stream().filter(other -> !definition(other).retired()).toList();
    if (!users.isEmpty()) {
      throw WorkbenchException.user(
          "C360-SEG-028",
          "Segment "
              + id
              + " is used by "
              + String.join(", ", users)
              + ". Change those first. Nothing was changed.");
    }
    SegmentDefinition retired = save(segment.retired(true), by);
    lakehouse.write(
        connection -> {
          if (FieldCatalog.read(connection).hasTable("segment_member")) {
            Rows.update(connection, "delete from gold.segment_member where segment = ?", id);
          }
          return Rows.update(connection, "delete from ops.segment_entry where segment = ?", id);
        });
    return retired;
  }

  /// Saves a new segment.
  ///
  /// @throws WorkbenchException when the id is taken
  public SegmentDefinition create(SegmentDefinition segment, Person by) {
    if (files.find(segment.id()).isPresent()) {
      throw WorkbenchException.user(
          "C360-SEG-026",
          "There is a segment "
              + segment.id()
              + " already. Choose another id, or: workbench segment edit "
              + segment.id());
    }
    return save(segment, by);
  }

  /// Writes the members of a segment as of now, with those of the segments it refers to.
  ///
  /// @return how many members
  public long materialize(SegmentDefinition segment, Progress progress) {
    if (segment.retired()) {
      throw WorkbenchException.user(
          "C360-SEG-027", "Segment " + segment.id() + " is retired and has no members.");
    }
    Rule rule = expanded(rule(segment));
    Instant asOf = lakehouse.asOf();
    List<SegmentDefinition> all = files.read();
    progress.stage("Write the members of " + segment.title());
    return lakehouse.write(
        connection -> {
          FieldCatalog catalog = FieldCatalog.read(connection);
          if (!catalog.hasTable("segment_member")) {
            MemberWriter.createTable(connection);
          }
          SegmentRules rules = new SegmentRules(connection, catalog, zone, asOf, all);
          return new MemberWriter(connection, catalog, rules, zone, asOf)
              .expanding()
              .write(segment, rule);
        });
  }

  /// Writes a tree's customers to a file, sorted by id.
  ///
  /// @param columns fields of the customer beside the id
  public ExportReport export(
      Rule rule, List<String> columns, ExportFormat format, Path file, Progress progress) {
    return lakehouse.export(
        new MemberExport(catalog()).sql(runnable(rule), columns, lakehouse.asOf()),
        format,
        file,
        QueryLimits.COMMAND,
        progress);
  }

  /// Work with the rules of the workspace.
  @FunctionalInterface
  private interface Resolving<T> {
    T run(SegmentRules rules, FieldCatalog catalog) throws Exception;
  }

  private <T> T resolver(Resolving<T> work) {
    return lakehouse.read(
        connection -> {
          FieldCatalog catalog = FieldCatalog.read(connection);
          return work.run(rules(connection, catalog), catalog);
        });
  }

  private SegmentRules rules(java.sql.Connection connection, FieldCatalog catalog) {
    return new SegmentRules(connection, catalog, zone, lakehouse.asOf(), files.read());
  }
}

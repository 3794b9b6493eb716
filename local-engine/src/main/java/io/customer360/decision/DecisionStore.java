package io.customer360.decision;

import io.customer360.decision.action.Catalogue;
import io.customer360.decision.arbitration.Decider;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.DecisionInput;
import io.customer360.decision.arbitration.DecisionJson;
import io.customer360.decision.policy.Policies;
import io.customer360.decision.text.TextBundle;
import io.customer360.fault.WorkbenchException;
import io.customer360.governance.BulkInsert;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Decisions with their whole input, and the texts they were made under.
final class DecisionStore {
  private static final int PAGE = 500;

  private final Lakehouse lake;

  /// By the versions of their texts; compiled once.
  private final Map<String, Decider> deciders = new ConcurrentHashMap<>();

  DecisionStore(Lakehouse lake) {
    this.lake = lake;
  }

  /// A decision beside what it was made from, both also as canonical JSON.
  record Made(DecisionInput input, Decision decision, String inputJson, String json) {
    /// @param open the decision without its hash
    static Made of(DecisionInput input, Decision open) {
      DecisionJson.Written written = DecisionJson.hashed(open);
      return new Made(input, written.decision(), DecisionJson.write(input), written.json());
    }
  }

  void insert(Connection write, String runId, List<Made> made) throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>(made.size());
    for (Made each : made) {
      Decision d = each.decision();
      rows.add(
          new @Nullable Object[] {
            d.id(),
            runId,
            d.customerId(),
            d.decidedAt(),
            d.agent(),
            d.best().map(o -> o.actionId()).orElse(""),
            d.valueAtRisk(),
            d.confidence().value(),
            each.input().catalogueVersion(),
            each.input().policyVersion(),
            each.input().seed(),
            each.inputJson(),
            each.json(),
            d.outputHash()
          });
    }
    BulkInsert.into(write, "decision", rows);
  }

  /// Keeps the words of the day once for each version.
  void keepTexts(Connection write, Decider decider) throws SQLException {
    keep(write, "catalogue", decider.catalogue().source());
    keep(write, "policies", decider.policies().source());
  }

  private static void keep(Connection write, String kind, TextBundle text) throws SQLException {
    Rows.update(
        write,
        """
        insert into ops.decision_text
        select ?, ?, ? where not exists (
          select 1 from ops.decision_text where version = ? and kind = ?)
        """,
        text.version(),
        kind,
        text.toJson(),
        text.version(),
        kind);
  }

  /// How many decisions have ids that begin so; ids are given in turn.
  long count(Connection c, String prefix) throws SQLException {
    return Rows.number(
        c, "select count(*) from ops.decision where starts_with(decision_id, ?)", prefix);
  }

  Optional<Decision> find(String decisionId) {
    return lake.read(c -> find(c, decisionId));
  }

  Optional<Decision> find(Connection c, String decisionId) throws SQLException {
    return Rows.list(
            c,
            "select output from ops.decision where decision_id = ?",
            row -> DecisionJson.decision(row.getString(1)),
            decisionId)
        .stream()
        .findFirst();
  }

  Map<String, Decision> findAll(Connection c, List<String> decisionIds) throws SQLException {
    Map<String, Decision> found = new HashMap<>();
    Rows.list(
        c,
        "select output from ops.decision where decision_id in (select unnest(?))",
        row -> {
          Decision decision = DecisionJson.decision(row.getString(1));
          return found.put(decision.id(), decision);
        },
        c.createArrayOf("VARCHAR", decisionIds.toArray()));
    return found;
  }

  Optional<Decision> latestFor(String customerId) {
    return lake.read(
        c ->
            Rows.list(
                    c,
                    """
                    select output from ops.decision where customer_id = ?
                    order by decided_at desc, agent = 'product-safety', decision_id desc limit 1
                    """,
                    row -> DecisionJson.decision(row.getString(1)),
                    customerId)
                .stream()
                .findFirst());
  }

  /// Run id and moment of a decision.
  Optional<String> runOf(String decisionId) {
    return lake.read(
        c ->
            Rows.list(
                    c,
                    "select run_id from ops.decision where decision_id = ?",
                    row -> row.getString(1),
                    decisionId)
                .stream()
                .findFirst());
  }

  private record Stored(String id, String input, String output) {}

  ReplayReport replay(Optional<String> decisionId, Progress progress) {
    long begun = System.nanoTime();
    List<ReplayReport.Difference> different = new ArrayList<>();
    long all =
        decisionId.isPresent()
            ? 1
            : lake.read(c -> Rows.number(c, "select count(*) from ops.decision"));
    int done = 0;
    String after = "";
    progress.stage("Replay decisions");
    while (true) {
      String from = after;
      List<Stored> page =
          lake.read(
              c ->
                  Rows.list(
                      c,
                      """
                      select decision_id, input, output from ops.decision
                      where (? = '' and decision_id > ?) or decision_id = ?
                      order by decision_id limit ?
                      """,
                      row -> new Stored(row.getString(1), row.getString(2), row.getString(3)),
                      decisionId.orElse(""),
                      from,
                      decisionId.orElse(""),
                      PAGE));
      progress.checkCancelled();
      different.addAll(
          page.parallelStream().map(stored -> replay(stored)).flatMap(Optional::stream).toList());
      done += page.size();
      progress.fraction(all == 0 ? 1 : (double) done / all);
      if (page.size() < PAGE || decisionId.isPresent()) {
        break;
      }
      after = page.getLast().id();
    }
    if (decisionId.isPresent() && done == 0) {
      throw unknown(decisionId.get());
    }
    return new ReplayReport(
        done, done - different.size(), different, (System.nanoTime() - begun) / 1e9);
  }

  /// What the stored inputs would give under other texts: a difference where another action, or
  /// none, would come first.
  ReplayReport under(Decider current, Progress progress) {
    long begun = System.nanoTime();
    List<ReplayReport.Difference> different = new ArrayList<>();
    int done = 0;
    String after = "";
    progress.stage("Decide again under the policies as they are");
    while (true) {
      String from = after;
      List<Stored> page =
          lake.read(
              c ->
                  Rows.list(
                      c,
                      """
                      select decision_id, input, action_id from ops.decision
                      where decision_id > ? order by decision_id limit ?
                      """,
                      row -> new Stored(row.getString(1), row.getString(2), row.getString(3)),
                      from,
                      PAGE));
      for (Stored stored : page) {
        progress.checkCancelled();
        Decision now = current.decide(DecisionJson.input(stored.input()));
        String action = now.best().map(option -> option.actionId()).orElse("");
        if (!action.equals(stored.output())) {
          different.add(
              new ReplayReport.Difference(
                  stored.id(), "/options/0/action_id", stored.output(), action));
        }
        done++;
      }
      if (page.size() < PAGE) {
        return new ReplayReport(
            done, done - different.size(), different, (System.nanoTime() - begun) / 1e9);
      }
      after = page.getLast().id();
    }
  }

  private Optional<ReplayReport.Difference> replay(Stored stored) {
    DecisionInput input = DecisionJson.input(stored.input());
    Decider decider =
        deciders.computeIfAbsent(
            input.catalogueVersion() + "/" + input.policyVersion(),
            key -> then(input.catalogueVersion(), input.policyVersion()));
    String again = decider.write(input).json();
    return again.equals(stored.output())
        ? Optional.empty()
        : DecisionJson.firstDifference(stored.output(), again)
            .map(
                d ->
                    new ReplayReport.Difference(stored.id(), d.field(), d.stored(), d.recomputed()))
            .or(
                () ->
                    Optional.of(
                        new ReplayReport.Difference(
                            stored.id(), "", "other bytes", "same values")));
  }

  /// The decider of that day.
  private Decider then(String catalogue, String policies) {
    return lake.read(
        c ->
            new Decider(
                Catalogue.parse(text(c, "catalogue", catalogue)),
                Policies.parseUnchecked(text(c, "policies", policies))));
  }

  private static TextBundle text(Connection c, String kind, String version) throws SQLException {
    return Rows.list(
            c,
            "select text from ops.decision_text where kind = ? and version = ?",
            row -> TextBundle.ofJson(row.getString(1)),
            kind,
            version)
        .stream()
        .findFirst()
        .orElseThrow(
            () ->
                WorkbenchException.data(
                    "C360-DEC-060",
                    "The " + kind + " of version " + version + " is not stored any more."));
  }

  static WorkbenchException unknown(String decisionId) {
    return WorkbenchException.user(
        "C360-DEC-061",
        "There is no decision " + decisionId + ". List them with: workbench decisions queue");
  }

  /// @param at now, so that ids of a day begin alike
  static String prefix(Instant at, java.time.ZoneId zone) {
    return "D-"
        + java.time.format.DateTimeFormatter.BASIC_ISO_DATE.format(at.atZone(zone).toLocalDate())
        + "-";
  }
}

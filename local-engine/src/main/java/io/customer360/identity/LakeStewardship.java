package io.customer360.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.customer360.fault.WorkbenchException;
import io.customer360.governance.AuditEvent;
import io.customer360.governance.AuditLog;
import io.customer360.governance.AuditTypes;
import io.customer360.governance.Person;
import io.customer360.identity.cluster.PairTables;
import io.customer360.identity.match.PairExplanation;
import io.customer360.identity.read.ExplainedPairs;
import io.customer360.identity.read.LinkReader;
import io.customer360.identity.resolve.DiffReader;
import io.customer360.identity.resolve.IdentityStep;
import io.customer360.identity.resolve.Resolution;
import io.customer360.identity.resolve.ResolutionDiff;
import io.customer360.identity.resolve.ResolutionRun;
import io.customer360.identity.resolve.RunLog;
import io.customer360.identity.rules.IdentityRules;
import io.customer360.identity.rules.MatchThresholds;
import io.customer360.identity.steward.Judgement;
import io.customer360.identity.steward.JudgementStore;
import io.customer360.identity.steward.Verdict;
import io.customer360.identity.weigh.ModelRegistry;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.RefreshRequest;
import io.customer360.lakehouse.Rows;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Stewardship over a lake.
public final class LakeStewardship implements Stewardship {
  /// A split of more pairs than this is a change of rules, not a correction by hand.
  private static final int MOST_PAIRS = 20_000;

  /// The rules before the last change, as the settings that hold them.
  private static final String BEFORE = "identity.rules-before";

  private final Lakehouse lakehouse;
  private final Workspace workspace;
  private final AuditLog audit;
  private final Clock clock;

  public LakeStewardship(Lakehouse lakehouse, Workspace workspace, AuditLog audit, Clock clock) {
    this.lakehouse = lakehouse;
    this.workspace = workspace;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Judgement judge(
      String leftRecord, String rightRecord, Verdict verdict, String reason, Person by) {
    return lakehouse.write(
        write -> {
          if (leftRecord.equals(rightRecord)) {
            throw WorkbenchException.user(
                "C360-IDN-011", "A judgement needs two records; " + leftRecord + " is one.");
          }
          LinkReader.customerOf(write, leftRecord);
          LinkReader.customerOf(write, rightRecord);
          return add(
              write,
              Judgement.Kind.REVIEW,
              List.of(new Judgement.Pair(leftRecord, rightRecord, verdict)),
              reason,
              by);
        });
  }

  @Override
  public Judgement merge(List<String> customerIds, String reason, Person by) {
    List<String> distinct = List.copyOf(new TreeSet<>(customerIds));
    if (distinct.size() < 2) {
      throw WorkbenchException.user("C360-IDN-012", "A merge needs two customers or more.");
    }
    return lakehouse.write(
        write -> {
          List<List<String>> records = new ArrayList<>();
          for (String customer : distinct) {
            records.add(LinkReader.recordsOf(write, customer));
          }
          List<Judgement.Pair> pairs = new ArrayList<>();
          for (int i = 1; i < records.size(); i++) {
            pairs.add(
                new Judgement.Pair(
                    records.getFirst().getFirst(), records.get(i).getFirst(), Verdict.MATCH));
          }
          overrule(write, records, pairs);
          return add(write, Judgement.Kind.MERGE, pairs, reason, by);
        });
  }

  /// Whoever said before that records of these customers are two is overruled, pair by pair.
  private static void overrule(
      Connection read, List<List<String>> customers, List<Judgement.Pair> pairs)
      throws SQLException {
    Map<String, Integer> owner = new LinkedHashMap<>();
    for (int i = 0; i < customers.size(); i++) {
      for (String record : customers.get(i)) {
        owner.put(record, i);
      }
    }
    for (Judgement.Pair said : JudgementStore.inForce(read)) {
      Integer left = owner.get(said.left());
      Integer right = owner.get(said.right());
      if (said.verdict() == Verdict.NOT_A_MATCH
          && left != null
          && right != null
          && !left.equals(right)) {
        pairs.add(new Judgement.Pair(said.left(), said.right(), Verdict.MATCH));
      }
    }
  }

  @Override
  public Judgement split(String customerId, List<String> records, String reason, Person by) {
    return lakehouse.write(
        write -> {
          TreeSet<String> rest = new TreeSet<>(LinkReader.recordsOf(write, customerId));
          List<String> off = List.copyOf(new TreeSet<>(records));
          for (String record : off) {
            if (!rest.remove(record)) {
              throw WorkbenchException.user(
                  "C360-IDN-013",
                  record + " is not a record of " + customerId + ". Its records: " + rest + ".");
            }
          }
          if (off.isEmpty() || rest.isEmpty()) {
            throw WorkbenchException.user(
                "C360-IDN-014",
                "A split names some of the records of " + customerId + ", not none and not all.");
          }
          if ((long) off.size() * rest.size() > MOST_PAIRS) {
            throw WorkbenchException.user(
                "C360-IDN-015",
                customerId
                    + " has too many records to be split by hand. Block the identifier they share"
                    + " instead.");
          }
          List<Judgement.Pair> pairs = new ArrayList<>();
          for (int i = 1; i < off.size(); i++) {
            pairs.add(new Judgement.Pair(off.getFirst(), off.get(i), Verdict.MATCH));
          }
          for (String record : off) {
            for (String other : rest) {
              pairs.add(new Judgement.Pair(record, other, Verdict.NOT_A_MATCH));
            }
          }
          return add(write, Judgement.Kind.SPLIT, pairs, reason, by);
        });
  }

  private Judgement add(
      Connection write, Judgement.Kind kind, List<Judgement.Pair> pairs, String reason, Person by)
      throws SQLException {
    Instant now = clock.instant();
    Judgement judgement = JudgementStore.add(write, kind, pairs, by.id(), now, reason);
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("kind", kind.name().toLowerCase(Locale.ROOT));
    detail.put("reason", reason);
    detail.put(
        "pairs",
        pairs.stream()
            .map(pair -> List.of(pair.left(), pair.right(), pair.verdict().id()))
            .toList());
    audit.append(
        write,
        new AuditEvent(
            AuditTypes.IDENTITY_JUDGED, now, by.id(), subject(judgement.number()), detail));
    return judgement;
  }

  private static String subject(long number) {
    return "identity judgement " + number;
  }

  @Override
  public Judgement undo(long number, Person by) {
    return lakehouse.write(
        write -> {
          Instant now = clock.instant();
          Judgement judgement =
              JudgementStore.find(write, number)
                  .orElseThrow(
                      () ->
                          WorkbenchException.user(
                              "C360-IDN-016",
                              "There is no judgement "
                                  + number
                                  + ". See: workbench identity judgements"));
          if (!JudgementStore.undo(write, number, now)) {
            throw WorkbenchException.user(
                "C360-IDN-017", "Judgement " + number + " was taken back already.");
          }
          audit.append(
              write,
              new AuditEvent(AuditTypes.IDENTITY_UNDONE, now, by.id(), subject(number), Map.of()));
          return JudgementStore.find(write, number).orElse(judgement);
        });
  }

  @Override
  public List<Judgement> judgements(int limit) {
    return lakehouse.read(read -> JudgementStore.latest(read, limit));
  }

  @Override
  public PairExplanation explain(String leftRecord, String rightRecord) {
    MatchThresholds thresholds = rules().thresholds();
    return lakehouse.read(
        read -> {
          LinkReader.customerOf(read, leftRecord);
          LinkReader.customerOf(read, rightRecord);
          return new ExplainedPairs(read, thresholds).of(leftRecord, rightRecord);
        });
  }

  @Override
  public IdentityRules rules() {
    return IdentityRules.of(workspace.settings().more());
  }

  @Override
  public Optional<IdentityRules> rulesBefore() {
    String before = workspace.settings().more().getOrDefault(BEFORE, "");
    if (before.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          IdentityRules.of(PairTables.JSON.readValue(before, new TypeReference<>() {})));
    } catch (JsonProcessingException damaged) {
      throw WorkbenchException.user(
          "C360-IDN-037",
          "The setting " + BEFORE + " cannot be read; set the rules by their options instead.");
    }
  }

  @Override
  public void changeRules(IdentityRules rules, Person by) {
    Map<String, String> before = workspace.settings().more();
    Map<String, String> old = IdentityRules.of(before).settings();
    Map<String, String> after = new LinkedHashMap<>(rules.settings());
    try {
      after.put(BEFORE, PairTables.JSON.writeValueAsString(old));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts are always writable", impossible);
    }
    List<String> names = new ArrayList<>(IdentityRules.SETTINGS);
    names.add(BEFORE);
    try {
      lakehouse.write(
          write -> {
            audit.append(
                write,
                new AuditEvent(
                    AuditTypes.IDENTITY_RULES_CHANGED,
                    clock.instant(),
                    by.id(),
                    "identity rules",
                    changes(old, rules.settings())));
            // Saved before the entry is committed: no entry tells of what did not happen.
            return workspace.change(now -> with(now, names, after));
          });
    } catch (RuntimeException notWritten) {
      // These settings alone: others may have been changed since, and stay.
      workspace.change(
          now ->
              now.more().entrySet().containsAll(after.entrySet()) ? with(now, names, before) : now);
      throw notWritten;
    }
  }

  /// By setting what it was and what it is; empty where the program's own holds.
  private static Map<String, Object> changes(Map<String, String> old, Map<String, String> now) {
    Map<String, Object> changes = new LinkedHashMap<>();
    for (String name : IdentityRules.SETTINGS) {
      String was = old.getOrDefault(name, "");
      String is = now.getOrDefault(name, "");
      if (!was.equals(is)) {
        changes.put(name, List.of(was, is));
      }
    }
    return changes;
  }

  private static WorkspaceSettings with(
      WorkspaceSettings settings, List<String> names, Map<String, String> values) {
    WorkspaceSettings next = settings;
    for (String name : names) {
      String value = values.get(name);
      next = value == null ? next.without(name) : next.with(name, value);
    }
    return next;
  }

  @Override
  public void learnAnew(Person by) {
    lakehouse.write(
        write -> {
          Instant now = clock.instant();
          ModelRegistry.ask(write, by.id(), now);
          return audit.append(
              write,
              new AuditEvent(
                  AuditTypes.IDENTITY_RULES_CHANGED,
                  now,
                  by.id(),
                  "identity model",
                  Map.of("learn", "anew")));
        });
  }

  @Override
  public Optional<ResolutionRun> lastRun() {
    return lakehouse.read(RunLog::latest);
  }

  @Override
  public ResolutionDiff preview(Progress progress) {
    return preview(rules(), Resolution.Scope.LEAST, progress);
  }

  @Override
  public ResolutionDiff previewAnew(Progress progress) {
    return preview(rules(), Resolution.Scope.ANEW, progress);
  }

  @Override
  public ResolutionDiff preview(IdentityRules rules, Progress progress) {
    return preview(rules, Resolution.Scope.LEAST, progress);
  }

  private ResolutionDiff preview(IdentityRules rules, Resolution.Scope scope, Progress progress) {
    Instant asOf = lakehouse.asOf();
    String consents = lakehouse.modelSelect("gold.consent", asOf);
    // Taken back at its end, so that what is shown is what a refresh would really do.
    return lakehouse.trial(
        progress,
        connection -> {
          LinkReader.requireResolved(connection);
          Rows.run(
              connection, "create or replace temp table identity_consent_before as " + consents);
          IdentityStep.resolution(workspace, rules, RefreshRequest.SEED)
              .link(connection, asOf, scope, progress.part(0, 0.9));
          Rows.run(
              connection, "create or replace temp table identity_consent_after as " + consents);
          return new DiffReader(connection).read();
        });
  }
}

package io.customer360.ingest.quarantine;

import io.customer360.ingest.bronze.Bronze;
import io.customer360.ingest.contract.ContractBook;
import io.customer360.ingest.contract.ContractSpec;
import io.customer360.ingest.contract.Hints;
import io.customer360.ingest.contract.Judge;
import io.customer360.ingest.contract.Rule;
import io.customer360.ingest.contract.Rules;
import io.customer360.ingest.file.Inputs;
import io.customer360.ingest.mapping.ExpressionGuard;
import io.customer360.ingest.mapping.Faults;
import io.customer360.ingest.mapping.FixExpression;
import io.customer360.ingest.mapping.Manifest;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.mapping.MappingFix;
import io.customer360.ingest.mapping.MappingStore;
import io.customer360.ingest.mapping.TypedSelect;
import io.customer360.ingest.publish.Publisher;
import io.customer360.ingest.value.Words;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Canonical;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import io.customer360.workspace.Workspace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Rows held back: listed, mended, taken in again, given up.
public final class QuarantineDesk {
  private static final int SHOWN = 5;

  private final Workspace workspace;
  private final Lakehouse lakehouse;
  private final Bronze bronze;
  private final ContractBook contracts;
  private final MappingStore mappings;
  private final Publisher publisher;

  public QuarantineDesk(
      Workspace workspace,
      Lakehouse lakehouse,
      Bronze bronze,
      ContractBook contracts,
      MappingStore mappings,
      Publisher publisher) {
    this.workspace = workspace;
    this.lakehouse = lakehouse;
    this.bronze = bronze;
    this.contracts = contracts;
    this.mappings = mappings;
    this.publisher = publisher;
  }

  public List<QuarantineRow> list(QuarantineFilter filter) {
    List<Object> values = new ArrayList<>();
    String sql =
        "select * from ops.quarantine where "
            + matching(filter, values)
            + " order by quarantine_id limit "
            + Math.max(0, filter.limit());
    return lakehouse.read(c -> Rows.list(c, sql, QuarantineDesk::row, values.toArray()));
  }

  public long count(QuarantineFilter filter) {
    List<Object> values = new ArrayList<>();
    String sql = "select count(*) from ops.quarantine where " + matching(filter, values);
    return lakehouse.read(
        c -> Rows.list(c, sql, row -> row.getLong(1), values.toArray()).getFirst());
  }

  /// The condition of a filter, whose parameters are added to `values`.
  private static String matching(QuarantineFilter filter, List<Object> values) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    filter
        .dataset()
        .ifPresent(
            dataset -> {
              conditions.add("dataset = ?");
              values.add(dataset);
            });
    filter
        .landing()
        .ifPresent(
            landing -> {
              conditions.add("landing = ?");
              values.add(landing);
            });
    filter
        .status()
        .ifPresent(
            status -> {
              conditions.add("status = ?");
              values.add(status.name());
            });
    return String.join(" and ", conditions);
  }

  private static QuarantineRow row(ResultSet row) throws SQLException {
    return new QuarantineRow(
        row.getLong("quarantine_id"),
        row.getString("dataset"),
        row.getString("source"),
        row.getString("landing"),
        row.getString("file"),
        row.getLong("line"),
        row.getString("field"),
        row.getString("rule"),
        row.getString("value"),
        row.getString("hint"),
        row.getString("raw"),
        QuarantineStatus.valueOf(row.getString("status")),
        row.getString("note"));
  }

  /// The chosen rows by landing; all of one dataset, all open, all of a readable shape.
  private Map<String, List<QuarantineRow>> chosen(List<Long> ids) {
    if (ids.isEmpty()) {
      throw Faults.quarantine("No row is chosen.");
    }
    String list = String.join(", ", ids.stream().map(id -> Long.toString(id)).toList());
    List<QuarantineRow> rows =
        lakehouse.read(
            c ->
                Rows.list(
                    c,
                    "select * from ops.quarantine where quarantine_id in ("
                        + list
                        + ") order by quarantine_id",
                    QuarantineDesk::row));
    if (rows.size() < ids.stream().distinct().count()) {
      throw Faults.quarantine("Some of the chosen rows are not in quarantine.");
    }
    Map<String, List<QuarantineRow>> byLanding = new LinkedHashMap<>();
    for (QuarantineRow row : rows) {
      if (row.status() != QuarantineStatus.OPEN) {
        throw Faults.quarantine(
            "Line " + Words.count(row.line()) + " of " + row.file() + " is not open any more.");
      }
      if (!row.dataset().equals(rows.getFirst().dataset())) {
        throw Faults.quarantine("Choose rows of one dataset at a time.");
      }
      byLanding.computeIfAbsent(row.landing(), key -> new ArrayList<>()).add(row);
    }
    return byLanding;
  }

  public FixPreview preview(List<Long> ids, String text) {
    Map<String, List<QuarantineRow>> chosen = chosen(ids);
    FixExpression set = set(chosen, text);
    List<FixPreview.Row> shown = new ArrayList<>();
    long good = 0;
    long bad = 0;
    for (var entry : chosen.entrySet()) {
      Outcome outcome = lakehouse.read(c -> evaluate(c, entry.getKey(), entry.getValue(), set));
      for (QuarantineRow row : entry.getValue()) {
        Broken broken = outcome.broken().get(row.line());
        if (broken == null) {
          good++;
        } else {
          bad++;
        }
        if (shown.size() < SHOWN) {
          String[] values = outcome.values().getOrDefault(row.line(), new String[] {"", ""});
          shown.add(
              new FixPreview.Row(
                  row.id(),
                  row.line(),
                  set.field(),
                  values[0],
                  values[1],
                  broken == null ? "" : (broken.field() + " " + broken.rule()).strip()));
        }
      }
    }
    return new FixPreview(set.text(), List.copyOf(shown), good, bad);
  }

  private FixExpression set(Map<String, List<QuarantineRow>> chosen, String text) {
    QuarantineRow first = chosen.values().iterator().next().getFirst();
    FixExpression set = FixExpression.parse(text, Canonical.find(first.dataset()).orElseThrow());
    lakehouse.read(
        connection -> {
          ExpressionGuard.check(connection, set.expression());
          return true;
        });
    return set;
  }

  private record Broken(String field, String rule, String value, String hint) {}

  /// @param values line to the field before and after
  private record Outcome(Map<Long, Broken> broken, Map<Long, String[]> values) {}

  private Outcome evaluate(
      Connection connection, String landing, List<QuarantineRow> rows, FixExpression set)
      throws SQLException {
    Manifest manifest = manifest(rows.getFirst().dataset(), landing);
    List<Long> lines = rows.stream().map(QuarantineRow::line).toList();
    List<MappingFix> fixes = new ArrayList<>(publisher.fixes(manifest));
    fixes.add(new MappingFix(landing, lines, set.field(), set.expression()));
    return evaluate(connection, manifest, lines, fixes, set.field());
  }

  private Outcome evaluate(
      Connection connection,
      Manifest manifest,
      List<Long> lines,
      List<MappingFix> fixes,
      String field)
      throws SQLException {
    Canonical.Dataset dataset = Canonical.find(manifest.dataset()).orElseThrow();
    ContractSpec contract = contracts.of(dataset);
    Mapping mapping = publisher.mapping(manifest);
    TypedSelect select = publisher.select(dataset, manifest);
    String file = bronze.parquet(manifest.dataset(), manifest.landing()).toString();
    String raw = Bronze.relation(manifest, file);
    String some =
        "(select * from "
            + raw
            + " where _line in ("
            + String.join(", ", lines.stream().map(line -> Long.toString(line)).toList())
            + "))";
    Judge judge = new Judge(contract, workspace.settings().currency(), workspace.clock().instant());
    var waived = judge.waived(connection, select, mapping, raw, new ArrayList<>());
    var present = new java.util.HashSet<>(mapping.columns().keySet());
    fixes.forEach(fix -> present.add(fix.field()));
    List<Rule> rules = Rules.compile(contract, present, waived, workspace.clock().instant());
    String typed = select.withFixes(some, fixes);
    Map<Long, String[]> values = new TreeMap<>();
    Map<Long, Broken> broken = new TreeMap<>();
    try {
      Rows.list(
          connection,
          "select _line, coalesce("
              + TypedSelect.text(field)
              + ", ''), coalesce(cast("
              + Sql.identifier(field)
              + " as varchar), '') from ("
              + typed
              + ")",
          row -> values.put(row.getLong(1), new String[] {row.getString(2), row.getString(3)}));
    } catch (SQLException failure) {
      throw Faults.expression(
          fixes.getLast().expression(), Inputs.firstLine(failure).replaceFirst("^[^:]*: ?", ""));
    }
    Hints hints =
        Hints.of(
            connection,
            manifest.landing(),
            workspace.settings().currency(),
            workspace.clock().instant());
    Rows.list(
        connection,
        Judge.findings(typed, rules, hints),
        row ->
            broken.put(
                row.getLong(1),
                new Broken(
                    row.getString(2), row.getString(3), row.getString(4), row.getString(5))));
    for (Long line : lines) {
      if (!values.containsKey(line)) {
        // A record of the wrong shape has no columns to mend.
        broken.put(line, new Broken("", manifest.columns().size() + " fields a line", "", ""));
      }
    }
    return new Outcome(broken, values);
  }

  private Manifest manifest(String dataset, String landing) {
    return Manifest.read(bronze.manifest(dataset, landing));
  }

  public ReplayReport replay(List<Long> ids, String text, Progress progress) {
    Map<String, List<QuarantineRow>> chosen = chosen(ids);
    FixExpression set = set(chosen, text);
    progress.stage("Take in mended rows");
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    for (var entry : chosen.entrySet()) {
      outcomes.put(
          entry.getKey(),
          lakehouse.read(progress, c -> evaluate(c, entry.getKey(), entry.getValue(), set)));
    }
    progress.checkCancelled();
    List<Manifest> manifests = bronze.manifests();
    return lakehouse.write(
        connection -> {
          long fixed = 0;
          long chosenRows = 0;
          String name = "";
          for (var entry : chosen.entrySet()) {
            Outcome outcome = outcomes.get(entry.getKey());
            if (outcome == null) {
              continue;
            }
            chosenRows += entry.getValue().size();
            fixed += write(connection, entry.getValue(), outcome.broken(), set.text());
            name =
                keepFix(
                    manifest(entry.getValue().getFirst().dataset(), entry.getKey()),
                    new MappingFix(
                        entry.getKey(),
                        entry.getValue().stream().map(QuarantineRow::line).toList(),
                        set.field(),
                        set.expression()));
          }
          String dataset = chosen.values().iterator().next().getFirst().dataset();
          publisher.publish(connection, Canonical.find(dataset).orElseThrow(), manifests);
          return new ReplayReport(set.text(), chosenRows, fixed, chosenRows - fixed, name);
        });
  }

  private String keepFix(Manifest manifest, MappingFix fix) {
    Mapping base = mappings.newest(manifest.mapping()).orElseGet(() -> publisher.mapping(manifest));
    Mapping kept = mappings.keep(MappingStore.withFix(base, fix));
    return kept.name() + " " + kept.revision();
  }

  private static long write(
      Connection connection, List<QuarantineRow> rows, Map<Long, Broken> broken, String note)
      throws SQLException {
    long fixed = 0;
    for (QuarantineRow row : rows) {
      Broken still = broken.get(row.line());
      if (still == null) {
        fixed++;
        Rows.update(
            connection,
            "update ops.quarantine set status = 'FIXED', note = ? where quarantine_id = ?",
            note,
            row.id());
      } else if (!still.field().isEmpty()) {
        Rows.update(
            connection,
            "update ops.quarantine set field = ?, rule = ?, value = ?, hint = ?, note = ? where"
                + " quarantine_id = ?",
            still.field(),
            still.rule(),
            still.value(),
            still.hint(),
            note,
            row.id());
      }
    }
    Rows.update(
        connection,
        "update ops.landing set accepted = accepted + ?, quarantined = quarantined - ? where"
            + " landing = ?",
        fixed,
        fixed,
        rows.getFirst().landing());
    return fixed;
  }

  /// After the lake was lost: takes in again what the mapping's fixes had mended.
  public void reapply(Manifest manifest) {
    List<MappingFix> fixes = publisher.fixes(manifest);
    if (fixes.isEmpty()) {
      return;
    }
    List<QuarantineRow> rows =
        list(
            new QuarantineFilter(
                java.util.Optional.empty(),
                java.util.Optional.of(manifest.landing()),
                java.util.Optional.of(QuarantineStatus.OPEN),
                Integer.MAX_VALUE));
    var touched = new java.util.HashSet<Long>();
    fixes.forEach(fix -> touched.addAll(fix.lines()));
    List<QuarantineRow> mended = rows.stream().filter(r -> touched.contains(r.line())).toList();
    if (mended.isEmpty()) {
      return;
    }
    MappingFix last = fixes.getLast();
    Outcome outcome =
        lakehouse.read(
            c ->
                evaluate(
                    c,
                    manifest,
                    mended.stream().map(QuarantineRow::line).toList(),
                    fixes,
                    last.field()));
    List<Manifest> manifests = bronze.manifests();
    lakehouse.write(
        connection -> {
          write(connection, mended, outcome.broken(), last.field() + " = " + last.expression());
          publisher.publish(
              connection, Canonical.find(manifest.dataset()).orElseThrow(), manifests);
          return true;
        });
  }

  public void discard(List<Long> ids, String reason) {
    if (reason.isBlank()) {
      throw Faults.quarantine("Say why the rows are given up.");
    }
    chosen(ids);
    lakehouse.write(
        connection -> {
          for (Long id : ids) {
            Rows.update(
                connection,
                "update ops.quarantine set status = 'DISCARDED', note = ? where quarantine_id = ?",
                reason.strip(),
                id);
          }
          return true;
        });
  }
}

package io.customer360.ingest.contract;

import io.customer360.ingest.bronze.Bronze;
import io.customer360.ingest.bronze.Verdict;
import io.customer360.ingest.mapping.FileFormat;
import io.customer360.ingest.mapping.Manifest;
import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.mapping.TypedSelect;
import io.customer360.ingest.value.Words;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Decides about every row of a landing: duplicate, held back, or good. The rows found go to small
/// Parquet files, from which one transaction takes them into `ops`; so the long work needs no lock,
/// and after a crash the same judging simply runs again.
public final class Judge {
  /// Where a landing's findings wait to be written.
  ///
  /// @param bad `n, line, field, rule, value, hint, raw`; there when something is quarantined
  /// @param duplicates `line`; there when something is a duplicate
  public record Findings(
      Path bad, Path duplicates, List<Profiler.Column> profile, Verdict verdict) {}

  private final ContractSpec contract;
  private final String currency;
  private final Instant now;

  public Judge(ContractSpec contract, String currency, Instant now) {
    this.contract = contract;
    this.currency = currency;
    this.now = now;
  }

  /// @param rows Parquet file of the landing
  /// @param earlier Parquet files to look for duplicates in
  /// @param base the findings' files are this path with an ending
  public Findings judge(
      Connection connection,
      Manifest manifest,
      Mapping mapping,
      Path rows,
      List<String> earlier,
      java.util.function.Function<String, Path> base)
      throws SQLException {
    String raw = Bronze.relation(manifest, rows.toString());
    String sample = Bronze.sample(manifest, rows.toString(), Profiler.SAMPLE);
    long duplicates = Duplicates.find(connection, raw, manifest.columns(), earlier, keyed(mapping));
    TypedSelect select =
        new TypedSelect(
            contract.dataset(),
            mapping,
            contract.synonyms(),
            manifest.paths(),
            Set.copyOf(manifest.trimmed()));
    List<Profiler.Column> profile =
        Profiler.read(connection, select, contract.dataset(), mapping, sample, now);
    List<String> remarks = new ArrayList<>();
    Set<String> waived = waived(connection, select, mapping, raw, remarks);
    List<Rule> rules = Rules.compile(contract, mapping.columns().keySet(), waived, now);
    Path bad = base.apply("bad");
    boolean anyBad =
        (!rules.isEmpty() && faults(connection, select.withTexts(raw), rules) > 0)
            || !manifest.misshapen().isEmpty();
    Map<String, Long> byRule = new LinkedHashMap<>();
    if (anyBad) {
      writeBad(
          connection, select, rules, raw, manifest, mapping, Hints.of(profile, currency, now), bad);
      Rows.list(
          connection,
          "select field, rule, count(*) from read_parquet("
              + Sql.literal(bad.toString())
              + ") group by all order by 3 desc, 1, 2",
          row -> byRule.put(row.getString(1) + " " + row.getString(2), row.getLong(3)));
    }
    Path out = base.apply("dup");
    if (duplicates > 0) {
      Rows.run(connection, "copy dup to " + Sql.literal(out.toString()) + " (format parquet)");
    }
    long quarantined = byRule.values().stream().mapToLong(Long::longValue).sum();
    long accepted = manifest.received() - duplicates - quarantined;
    return new Findings(
        bad,
        out,
        profile,
        new Verdict(accepted, quarantined, duplicates, List.copyOf(remarks), byRule));
  }

  /// Whether two equal rows of one file say the same thing twice.
  private boolean keyed(Mapping mapping) {
    if (!mapping.key().isEmpty()) {
      return true;
    }
    Set<String> filled = mapping.columns().keySet();
    return switch (contract.dataset().name()) {
      case "transaction" -> filled.contains("line_no");
      case "event" -> filled.contains("event_id");
      case "engagement" -> filled.contains("message_id");
      default -> true;
    };
  }

  /// The rules that do not hold for this file as a whole, with the reason among the remarks.
  public Set<String> waived(
      Connection connection, TypedSelect select, Mapping mapping, String raw, List<String> remarks)
      throws SQLException {
    Set<String> waived = new LinkedHashSet<>();
    for (ContractSpec.Field field : contract.fields()) {
      if (!mapping.columns().containsKey(field.name())) {
        continue;
      }
      if (field.spreadFrom() != null && field.max() != null) {
        if (bulk(connection, select, raw, field, field.spreadFrom(), field.max(), remarks)) {
          waived.add(field.name());
        }
      }
      if (field.known() != null
          && unknown(connection, select, raw, field.name(), field.known(), remarks)) {
        waived.add(field.name());
      }
    }
    return waived;
  }

  private static boolean bulk(
      Connection connection,
      TypedSelect select,
      String raw,
      ContractSpec.Field field,
      double from,
      double to,
      List<String> remarks)
      throws SQLException {
    String size = "abs(cast(" + Sql.identifier(field.name()) + " as double))";
    return Rows.list(
            connection,
            "select count(*) filter (where "
                + size
                + " > "
                + to
                + "), count(*) filter (where "
                + size
                + " > "
                + from
                + " and "
                + size
                + " <= "
                + to
                + ") from ("
                + select.plain(raw)
                + ")",
            row -> {
              long above = row.getLong(1);
              long between = row.getLong(2);
              boolean spread = above > 0 && between > 5 * above;
              if (spread) {
                remarks.add(
                    Words.rows(above)
                        + " with a "
                        + field.name()
                        + " above "
                        + Words.number(to)
                        + " are taken as bulk trade: "
                        + Words.count(between)
                        + " more lie between "
                        + Words.number(from)
                        + " and it.");
              }
              return spread;
            })
        .getFirst();
  }

  private static boolean unknown(
      Connection connection,
      TypedSelect select,
      String raw,
      String field,
      String known,
      List<String> remarks)
      throws SQLException {
    int point = known.indexOf('.');
    String table = "bronze." + Sql.identifier(known.substring(0, point));
    String key = Sql.identifier(known.substring(point + 1));
    if (Rows.number(connection, "select count(*) from (from " + table + " limit 1)") == 0) {
      return true;
    }
    return Rows.list(
            connection,
            "select count(*), count(*) filter (where v in (select "
                + key
                + " from "
                + table
                + ")) from (select distinct "
                + Sql.identifier(field)
                + " as v from ("
                + select.plain(raw)
                + ") where "
                + Sql.identifier(field)
                + " is not null)",
            row -> {
              boolean other = row.getLong(2) * 2 < row.getLong(1);
              if (other) {
                remarks.add(
                    "Most values of "
                        + field
                        + " are in no "
                        + known.substring(0, point)
                        + " landed so far, so they were not checked against it.");
              }
              return other;
            })
        .getFirst();
  }

  /// Fills the temporary table `fault(line, rule)` with the lines that break a rule and are no
  /// duplicates, each with the number of the first rule it breaks, and returns how many. What to
  /// say about them is a long expression, worth the database's while only for the rules that are
  /// broken.
  private static long faults(Connection connection, String typed, List<Rule> rules)
      throws SQLException {
    return Rows.update(
        connection,
        "create or replace temp table fault as select _line as line, _fault as rule from (select"
            + " _line, "
            + fault(rules)
            + " as _fault from ("
            + typed
            + ")) where _fault is not null and _line not in (from dup)");
  }

  private static void writeBad(
      Connection connection,
      TypedSelect select,
      List<Rule> rules,
      String raw,
      Manifest manifest,
      Mapping mapping,
      Hints hints,
      Path out)
      throws SQLException {
    Rows.run(
        connection,
        "create or replace temp table bad (line bigint, field varchar, rule varchar, value varchar, hint varchar)");
    if (!rules.isEmpty()) {
      String faulty = "(select * from " + raw + " where _line in (select line from fault))";
      String typed =
          "(select t.*, f.rule as _fault from ("
              + select.withTexts(faulty)
              + ") t join fault f on f.line = t._line)";
      List<Integer> broken =
          Rows.list(
              connection,
              "select distinct rule from fault order by rule",
              row -> Integer.valueOf(row.getInt(1)));
      Rows.run(connection, "insert into bad " + findings(typed, rules, broken, hints));
    }
    for (Manifest.Misshapen record : manifest.misshapen()) {
      Rows.update(
          connection,
          "insert into bad values (?, '', ?, ?, ?)",
          record.line(),
          manifest.columns().size() + " fields a line",
          record.text(),
          record.fields() + " fields found");
    }
    Rows.run(
        connection,
        "copy (select row_number() over (order by b.line) as n, b.*, coalesce(r.raw,"
            + " json_object('line', b.value)) as raw from bad b left join (select _line as line, "
            + rawJson(manifest, mapping)
            + " as raw from "
            + raw
            + " where _line in (select line from bad)) r on r.line = b.line order by b.line) to "
            + Sql.literal(out.toString())
            + " (format parquet)");
  }

  /// A select of `line, field, rule, value, hint` for the rows that break a rule.
  public static String findings(String typed, List<Rule> rules, Hints hints) {
    return findings(
        "(select *, " + fault(rules) + " as _fault from (" + typed + "))",
        rules,
        IntStream.range(0, rules.size()).boxed().toList(),
        hints);
  }

  /// @param judged a relation with `_fault`, the number of the rule a row breaks or null
  /// @param broken numbers of the rules that can be among them
  private static String findings(
      String judged, List<Rule> rules, List<Integer> broken, Hints hints) {
    if (broken.isEmpty()) {
      return "select null::bigint, '', '', '', '' where false";
    }
    StringBuilder field = new StringBuilder("case _fault");
    StringBuilder words = new StringBuilder("case _fault");
    StringBuilder value = new StringBuilder("case _fault");
    StringBuilder hint = new StringBuilder("case _fault");
    for (int i : broken) {
      Rule rule = rules.get(i);
      String when = " when " + i + " then ";
      field.append(when).append(Sql.literal(rule.field()));
      words.append(when).append(Sql.literal(rule.words()));
      value.append(when).append("coalesce(").append(TypedSelect.text(rule.field())).append(", '')");
      hint.append(when).append("coalesce(").append(hints.sql(rule)).append(", '')");
    }
    return "select _line, "
        + field
        + " end, "
        + words
        + " end, "
        + value
        + " end, "
        + hint
        + " end from "
        + judged
        + " where _fault is not null";
  }

  /// The number of the first rule a row breaks, null when it breaks none.
  private static String fault(List<Rule> rules) {
    StringBuilder fault = new StringBuilder("case");
    for (int i = 0; i < rules.size(); i++) {
      fault.append(" when ").append(rules.get(i).broken()).append(" then ").append(i);
    }
    return fault + " end";
  }

  private static String rawJson(Manifest manifest, Mapping mapping) {
    if (mapping.options().format() == FileFormat.JSON_LINES) {
      return TypedSelect.JSON;
    }
    StringBuilder out = new StringBuilder("json_object(");
    for (int i = 0; i < manifest.columns().size(); i++) {
      String column = manifest.columns().get(i);
      out.append(i == 0 ? "" : ", ")
          .append(Sql.literal(column))
          .append(", ")
          .append(Sql.identifier(column));
    }
    return out + ")";
  }
}

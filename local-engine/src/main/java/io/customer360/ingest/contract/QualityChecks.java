package io.customer360.ingest.contract;

import io.customer360.ingest.bronze.Landing;
import io.customer360.ingest.bronze.Landings;
import io.customer360.ingest.mapping.Manifest;
import io.customer360.ingest.value.Words;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compares each landing of a dataset and source with the earlier ones: all is told of the newest,
/// of those before it what is still alarming. Thresholds are wide on purpose: an alarm that is
/// usually nothing is soon not read any more.
public final class QualityChecks {
  private static final String FRESHNESS = "freshness";
  private static final double HELD_BACK = 0.05;
  /// A file less than a third off the usual size is never an alarm, however steady the files were.
  private static final double LEAST_VOLUME_CHANGE = Math.log(1.6);

  /// Standard deviations of the size of the files before, robustly estimated.
  private static final double VOLUME_DEVIATIONS = 4;
  private static final double EMPTY_RISE = 0.2;
  private static final double MEDIAN_SHIFT = 5;
  private static final int ENOUGH_ROWS = 50;
  private static final int ENOUGH_LANDINGS = 3;
  private static final int ENOUGH_UNIT_ERRORS = 3;

  /// Landings of a source whose alarms are remembered: what is older was seen or never will be.
  private static final int REMEMBERED = 30;

  /// Columns named in an alarm.
  private static final int NAMED = 5;

  private record Column(long rows, long empty, @Nullable Double median, @Nullable Instant latest) {
    double emptyShare() {
      return rows == 0 ? 0 : empty / (double) rows;
    }
  }

  private final Map<String, Map<String, Column>> columns = new HashMap<>();
  private final Map<String, Map<String, Long>> unitErrors = new HashMap<>();
  private final Map<String, List<String>> rawColumns;
  private final Instant now;

  /// @param rawColumns columns of the file by landing
  public QualityChecks(Instant now, Map<String, List<String>> rawColumns) {
    this.now = now;
    this.rawColumns = rawColumns;
  }

  public static Map<String, List<String>> columns(List<Manifest> manifests) {
    Map<String, List<String>> columns = new HashMap<>();
    manifests.forEach(manifest -> columns.put(manifest.landing(), manifest.columns()));
    return columns;
  }

  /// The alarms of one landing, freshness left out: the file has just come.
  public List<QualityCheck> alarms(Connection connection, String landing) throws SQLException {
    return run(connection).stream()
        .filter(check -> check.landing().equals(landing) && !check.passed())
        .filter(check -> !check.name().equals(FRESHNESS))
        .toList();
  }

  public List<QualityCheck> run(Connection connection) throws SQLException {
    Rows.list(
        connection,
        "select landing, field, rows, empty, median, latest from ops.landing_column order by all",
        row -> {
          double median = row.getDouble("median");
          Double known = row.wasNull() ? null : median;
          return columns
              .computeIfAbsent(row.getString(1), key -> new LinkedHashMap<>())
              .put(
                  row.getString(2),
                  new Column(row.getLong(3), row.getLong(4), known, Rows.instant(row, "latest")));
        });
    Rows.list(
        connection,
        "select landing, field, count(*) from ops.quarantine where hint like 'Unit error%' and"
            + " status = 'OPEN' group by all",
        row ->
            unitErrors
                .computeIfAbsent(row.getString(1), key -> new HashMap<>())
                .put(row.getString(2), row.getLong(3)));
    Map<String, List<Landing>> bySource = new LinkedHashMap<>();
    for (Landing landing : Landings.all(connection)) {
      bySource
          .computeIfAbsent(landing.dataset() + " " + landing.source(), key -> new ArrayList<>())
          .add(landing);
    }
    List<QualityCheck> checks = new ArrayList<>();
    bySource.values().forEach(landings -> checks.addAll(checkAll(landings)));
    checks.sort(Comparator.comparing(QualityCheck::passed));
    return List.copyOf(checks);
  }

  /// @param landings of one dataset and source, newest first
  private List<QualityCheck> checkAll(List<Landing> landings) {
    List<QualityCheck> checks = new ArrayList<>(check(landings));
    for (int i = 1; i < Math.min(REMEMBERED, landings.size()); i++) {
      check(landings.subList(i, landings.size())).stream()
          .filter(check -> !check.passed() && !check.name().equals(FRESHNESS))
          .forEach(checks::add);
    }
    return checks;
  }

  /// @param landings of one dataset and source, newest first
  private List<QualityCheck> check(List<Landing> landings) {
    Landing newest = landings.getFirst();
    List<Landing> earlier = landings.subList(1, landings.size());
    List<QualityCheck> checks = new ArrayList<>();
    checks.add(heldBack(newest));
    checks.add(volume(newest, earlier));
    checks.addAll(emptyColumns(newest, earlier));
    checks.addAll(unitErrors(newest, earlier));
    checks.add(columns(newest, earlier));
    checks.add(freshness(newest, earlier));
    return checks;
  }

  private static QualityCheck result(
      Landing landing, String name, String field, boolean passed, String words) {
    return new QualityCheck(
        landing.dataset(),
        landing.source(),
        landing.id(),
        landing.file(),
        name,
        field,
        passed,
        words);
  }

  /// Whether the file has the columns of the one before it.
  private QualityCheck columns(Landing newest, List<Landing> earlier) {
    List<String> now = rawColumns.getOrDefault(newest.id(), List.of());
    List<String> before =
        earlier.isEmpty() ? List.of() : rawColumns.getOrDefault(earlier.getFirst().id(), List.of());
    if (now.isEmpty() || before.isEmpty()) {
      return result(newest, "columns", "", true, "No earlier file to compare the columns with");
    }
    List<String> gone = before.stream().filter(column -> !now.contains(column)).toList();
    List<String> come = now.stream().filter(column -> !before.contains(column)).toList();
    if (gone.isEmpty() && come.isEmpty()) {
      return result(newest, "columns", "", true, "The columns of the file before");
    }
    List<String> words = new ArrayList<>();
    if (!gone.isEmpty()) {
      words.add("gone: " + names(gone));
    }
    if (!come.isEmpty()) {
      words.add("new: " + names(come));
    }
    return result(
        newest,
        "columns",
        "",
        false,
        "Other columns than in " + earlier.getFirst().file() + "; " + String.join("; ", words));
  }

  private static String names(List<String> columns) {
    String named = String.join(", ", columns.stream().limit(NAMED).toList());
    return columns.size() > NAMED
        ? named + " and " + Words.count(columns.size() - NAMED) + " more"
        : named;
  }

  private static QualityCheck heldBack(Landing landing) {
    double share = landing.rows() == 0 ? 0 : landing.quarantined() / (double) landing.rows();
    return result(
        landing,
        "held back",
        "",
        share <= HELD_BACK,
        landing.quarantined() == 0
            ? "No row held back"
            : Words.rows(landing.quarantined())
                + " held back, "
                + Words.percent(share)
                + " of the file");
  }

  private static QualityCheck volume(Landing newest, List<Landing> earlier) {
    if (earlier.size() < ENOUGH_LANDINGS) {
      return result(
          newest, "volume", "", true, Words.rows(newest.rows()) + ", too few files to compare");
    }
    List<Double> sizes = earlier.stream().map(l -> Math.log(Math.max(1, l.rows()))).toList();
    double middle = median(sizes);
    // Sizes vary by factors, so logarithms are compared; 1.4826 x the median absolute deviation
    // estimates the standard deviation and is not moved by one odd file.
    double deviation = 1.4826 * median(sizes.stream().map(s -> Math.abs(s - middle)).toList());
    double change = Math.abs(Math.log(Math.max(1, newest.rows())) - middle);
    boolean passed = change <= Math.max(LEAST_VOLUME_CHANGE, VOLUME_DEVIATIONS * deviation);
    double usual = Math.exp(middle);
    return result(
        newest,
        "volume",
        "",
        passed,
        Words.rows(newest.rows()) + " against " + Words.count(Math.round(usual)) + " usually");
  }

  private List<QualityCheck> emptyColumns(Landing newest, List<Landing> earlier) {
    List<QualityCheck> alarms = new ArrayList<>();
    columns
        .getOrDefault(newest.id(), Map.of())
        .forEach(
            (field, column) -> {
              List<Double> before =
                  earlier.stream()
                      .map(l -> columns.getOrDefault(l.id(), Map.of()).get(field))
                      .filter(c -> c != null && c.rows() >= ENOUGH_ROWS)
                      .map(Column::emptyShare)
                      .toList();
              if (column.rows() >= ENOUGH_ROWS && !before.isEmpty()) {
                double usual = median(before);
                if (column.emptyShare() > usual + EMPTY_RISE) {
                  alarms.add(
                      result(
                          newest,
                          "empty column",
                          field,
                          false,
                          field
                              + " is empty in "
                              + Words.percent(column.emptyShare())
                              + " of the rows against "
                              + Words.percent(usual)
                              + " usually"));
                }
              }
            });
    return alarms.isEmpty()
        ? List.of(result(newest, "empty column", "", true, "No column is emptier than usual"))
        : alarms;
  }

  private List<QualityCheck> unitErrors(Landing newest, List<Landing> earlier) {
    List<QualityCheck> alarms = new ArrayList<>();
    unitErrors
        .getOrDefault(newest.id(), Map.of())
        .forEach(
            (field, count) -> {
              if (count >= ENOUGH_UNIT_ERRORS) {
                alarms.add(
                    result(
                        newest,
                        "unit error",
                        field,
                        false,
                        Words.rows(count) + " with a " + field + " far above the median"));
              }
            });
    columns
        .getOrDefault(newest.id(), Map.of())
        .forEach(
            (field, column) -> {
              Double now = column.median();
              List<Double> before =
                  earlier.stream()
                      .map(l -> columns.getOrDefault(l.id(), Map.of()).get(field))
                      .filter(c -> c != null && c.rows() >= ENOUGH_ROWS)
                      .map(Column::median)
                      .filter(m -> m != null && m > 0)
                      .toList();
              if (now != null && now > 0 && !before.isEmpty() && column.rows() >= ENOUGH_ROWS) {
                double usual = median(before);
                if (now > usual * MEDIAN_SHIFT || now < usual / MEDIAN_SHIFT) {
                  alarms.add(
                      result(
                          newest,
                          "unit error",
                          field,
                          false,
                          "The median of "
                              + field
                              + " is "
                              + Words.number(now)
                              + " against "
                              + Words.number(usual)
                              + " usually"));
                }
              }
            });
    return alarms.isEmpty()
        ? List.of(result(newest, "unit error", "", true, "No median has moved"))
        : alarms;
  }

  private QualityCheck freshness(Landing newest, List<Landing> earlier) {
    Instant latest = latest(newest);
    if (latest == null) {
      return result(newest, FRESHNESS, "", true, "No dates to look at");
    }
    Duration age = Duration.between(latest, now);
    String words = "Latest row is " + Words.days(Math.max(0, age.toDays())) + " old";
    List<Instant> ends = new ArrayList<>();
    for (Landing landing : earlier) {
      Instant end = latest(landing);
      if (end != null) {
        ends.add(end);
      }
    }
    ends.add(latest);
    ends.sort(Comparator.naturalOrder());
    List<Double> gaps = new ArrayList<>();
    for (int i = 1; i < ends.size(); i++) {
      double days = Duration.between(ends.get(i - 1), ends.get(i)).toHours() / 24.0;
      if (days > 0) {
        gaps.add(days);
      }
    }
    if (gaps.size() < ENOUGH_LANDINGS) {
      return result(newest, FRESHNESS, "", true, words);
    }
    double usual = median(gaps);
    boolean passed = age.toHours() / 24.0 <= Math.max(2, 3 * usual);
    return result(
        newest, FRESHNESS, "", passed, words + ", files usually come every " + Words.days(usual));
  }

  private @Nullable Instant latest(Landing landing) {
    return columns.getOrDefault(landing.id(), Map.of()).values().stream()
        .map(Column::latest)
        .filter(at -> at != null && !at.isAfter(now.plus(Duration.ofDays(1))))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}

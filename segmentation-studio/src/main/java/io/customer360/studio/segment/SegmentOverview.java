package io.customer360.studio.segment;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.count.SegmentCount;
import io.customer360.studio.field.FieldCatalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every segment in one look: size, how it went over the last refreshes, what is unusual, where it
/// is used. Reads each table once, however many segments there are. Safe from any thread.
public final class SegmentOverview {
  /// So many refreshes make a trend.
  private static final int RUNS = 12;

  private final SegmentStudio studio;
  private final Lakehouse lakehouse;

  public SegmentOverview(SegmentStudio studio, Lakehouse lakehouse) {
    this.studio = studio;
    this.lakehouse = lakehouse;
  }

  /// A segment as of the last time its members were written, or as counted now where they never
  /// were.
  ///
  /// @param written whether its members were ever written
  /// @param customers -1 where they were not and its rules cannot be counted
  /// @param share of all customers, 0 to 1
  /// @param trend sizes at the last refreshes, the oldest first; at most 12
  /// @param entered since the refresh before the last
  /// @param left since then
  /// @param alarm what is unusual about its size
  /// @param usedBy ids of the segments whose rules refer to it, retired ones not counted
  public record Row(
      SegmentDefinition segment,
      boolean written,
      long customers,
      double share,
      List<Long> trend,
      long entered,
      long left,
      Optional<String> alarm,
      List<String> usedBy) {
    public Row {
      trend = List.copyOf(trend);
      usedBy = List.copyOf(usedBy);
    }
  }

  /// In the order of the list, retired ones last.
  ///
  /// @throws java.util.concurrent.CancellationException when cancelled while it counts those whose
  ///     members were never written
  public List<Row> rows(Progress progress) {
    List<Row> rows = new ArrayList<>();
    for (Row row : kept()) {
      rows.add(counted(row, progress));
    }
    return rows;
  }

  /// How the segments that have members overlap, the first `most` of them.
  public MemberOverlap overlap(List<Row> rows, int most, Progress progress) {
    List<String> ids =
        rows.stream()
            .filter(row -> row.written() && !row.segment().retired() && row.customers() > 0)
            .map(row -> row.segment().id())
            .limit(most)
            .toList();
    return ids.size() < 2
        ? new MemberOverlap(List.of(), List.of())
        : lakehouse.read(progress, connection -> MemberOverlap.read(connection, ids));
  }

  /// One segment.
  public Row row(SegmentDefinition segment, Progress progress) {
    return kept().stream()
        .filter(row -> row.segment().id().equals(segment.id()))
        .findFirst()
        .map(row -> counted(row, progress))
        .orElseThrow();
  }

  private Row counted(Row row, Progress progress) {
    if (row.written() || row.segment().retired()) {
      return row;
    }
    SegmentCount count;
    try {
      count = studio.count(studio.rule(row.segment()), progress);
    } catch (WorkbenchException broken) {
      // Its own page says what is wrong with it; the others are still listed.
      return row;
    }
    return new Row(
        row.segment(),
        false,
        count.customers(),
        count.share(),
        row.trend(),
        0,
        0,
        row.alarm(),
        row.usedBy());
  }

  private List<Row> kept() {
    List<SegmentDefinition> segments = studio.definitions();
    return lakehouse.read(
        connection -> {
          // says so where there are no customers yet
          FieldCatalog.read(connection);
          long everyone = Rows.number(connection, "select count(*) from gold.customer");
          Map<String, Long> sizes = sizes(connection);
          Map<String, List<SegmentHistory.Run>> runs = new HashMap<>();
          for (SegmentHistory.Run run : SegmentHistory.everyRun(connection, RUNS)) {
            runs.computeIfAbsent(run.segment(), id -> new ArrayList<>()).add(run);
          }
          Map<String, Long> baselines = baselines(connection);
          List<Row> rows = new ArrayList<>();
          for (boolean retired : new boolean[] {false, true}) {
            for (SegmentDefinition segment : segments) {
              if (segment.retired() == retired) {
                String id = segment.id();
                rows.add(
                    row(
                        segment,
                        sizes.containsKey(id) || runs.containsKey(id),
                        segments,
                        sizes.getOrDefault(
                            id, runs.containsKey(id) || segment.retired() ? 0L : -1L),
                        everyone,
                        runs.getOrDefault(id, List.of()),
                        Optional.ofNullable(baselines.get(id + " " + segment.version()))));
              }
            }
          }
          return rows;
        });
  }

  private static Row row(
      SegmentDefinition segment,
      boolean written,
      List<SegmentDefinition> all,
      long customers,
      long everyone,
      List<SegmentHistory.Run> runs,
      Optional<Long> baseline) {
    List<Long> trend = new ArrayList<>(runs.stream().map(SegmentHistory.Run::customers).toList());
    return new Row(
        segment,
        written,
        customers,
        everyone == 0 ? 0 : (double) Math.max(0, customers) / everyone,
        trend.reversed(),
        runs.isEmpty() ? 0 : runs.getFirst().entered(),
        runs.isEmpty() ? 0 : runs.getFirst().left(),
        segment.retired() ? Optional.empty() : SegmentHistory.alarm(runs, baseline),
        all.stream()
            .filter(other -> !other.retired() && SegmentStudio.refersTo(other, segment.id()))
            .map(SegmentDefinition::id)
            .toList());
  }

  private static Map<String, Long> sizes(Connection connection) throws SQLException {
    return FieldCatalog.read(connection).hasTable("segment_member")
        ? numbers(
            connection, "select segment, count(*) as customers from gold.segment_member group by 1")
        : Map.of();
  }

  private static Map<String, Long> baselines(Connection connection) throws SQLException {
    return numbers(
        connection,
        "select segment || ' ' || version, max(customers) from ops.segment_version"
            + " where everyone > 0 group by 1");
  }

  private static Map<String, Long> numbers(Connection connection, String sql) throws SQLException {
    Map<String, Long> numbers = new HashMap<>();
    for (Map.Entry<String, Long> entry :
        Rows.list(connection, sql, row -> Map.entry(row.getString(1), row.getLong(2)))) {
      numbers.put(entry.getKey(), entry.getValue());
    }
    return numbers;
  }
}

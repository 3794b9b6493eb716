package io.customer360.studio.segment;

import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a segment came to be what it is: its versions, its size from refresh to refresh, who came
/// and went and why, and whether that is usual.
public final class SegmentHistory {
  /// A change of size beyond this share of the last size raises an alarm.
  private static final double ALARM = 0.25;

  /// A segment smaller than this raises none: a few people more or less say nothing.
  private static final long FEWEST = 20;

  private final Lakehouse lakehouse;

  public SegmentHistory(Lakehouse lakehouse) {
    this.lakehouse = lakehouse;
  }

  /// A saved version.
  ///
  /// @param definition the segment's text
  /// @param customers for whom it held when it was saved; so are the other figures
  public record Version(
      int version,
      String title,
      String author,
      @Nullable Instant savedAt,
      String definition,
      long customers,
      long everyone,
      double margin12m) {}

  /// A refresh.
  ///
  /// @param asOf the data's today then
  public record Run(Instant asOf, int version, long customers, long entered, long left) {}

  /// Customers who came or went at the last refresh, by reason.
  ///
  /// @param direction `entered` or `left`
  public record Move(String direction, String reason, long customers) {}

  /// The whole.
  ///
  /// @param stability of the last change: members who stayed divided by those of either time, 0 to
  ///     1; 1 before a second refresh
  /// @param alarm what is unusual about the last change
  public record Story(
      List<Version> versions,
      List<Run> runs,
      List<Move> moves,
      double stability,
      Optional<String> alarm) {
    public Story {
      versions = List.copyOf(versions);
      runs = List.copyOf(runs);
      moves = List.copyOf(moves);
    }
  }

  public Story of(String segment) {
    return lakehouse.read(
        connection -> {
          List<Run> runs = runs(connection, segment);
          return new Story(
              versions(connection, segment),
              runs,
              moves(connection, segment),
              stability(runs),
              alarm(runs));
        });
  }

  private static List<Version> versions(Connection connection, String segment) throws SQLException {
    return Rows.list(
        connection,
        "select * from ops.segment_version where segment = ? order by version desc",
        row ->
            new Version(
                row.getInt("version"),
                row.getString("title"),
                row.getString("author"),
                Rows.instant(row, "saved_at"),
                row.getString("definition"),
                row.getLong("customers"),
                row.getLong("everyone"),
                row.getDouble("margin_12m")),
        segment);
  }

  private static List<Run> runs(Connection connection, String segment) throws SQLException {
    return Rows.list(
        connection,
        "select * from ops.segment_run where segment = ? order by as_of desc limit 50",
        row ->
            new Run(
                Objects.requireNonNull(Rows.instant(row, "as_of")),
                row.getInt("version"),
                row.getLong("customers"),
                row.getLong("entered"),
                row.getLong("departed")),
        segment);
  }

  private static List<Move> moves(Connection connection, String segment) throws SQLException {
    return Rows.list(
        connection,
        "select direction, reason, count(*) as customers from ops.segment_move where segment = ?"
            + " group by all order by direction, customers desc, reason",
        row ->
            new Move(row.getString("direction"), row.getString("reason"), row.getLong("customers")),
        segment);
  }

  static double stability(List<Run> runs) {
    if (runs.size() < 2) {
      return 1;
    }
    Run last = runs.getFirst();
    long either = last.customers() + last.left();
    return either == 0 ? 1 : (double) (last.customers() - last.entered()) / either;
  }

  static Optional<String> alarm(List<Run> runs) {
    if (runs.size() < 2 || runs.get(0).version() != runs.get(1).version()) {
      return Optional.empty();
    }
    long now = runs.get(0).customers();
    long before = runs.get(1).customers();
    if (Math.max(now, before) < FEWEST) {
      return Optional.empty();
    }
    List<String> said = new ArrayList<>();
    if (now == 0) {
      said.add("nobody is left of " + before);
    } else if (before == 0) {
      said.add("it was empty and has " + now + " now");
    } else if (Math.abs(now - before) > ALARM * before) {
      said.add(
          "its size went from "
              + before
              + " to "
              + now
              + ", by more than "
              + Math.round(ALARM * 100)
              + " %");
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", said));
  }
}

package io.customer360.studio.segment;

import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a segment came to be what it is: its versions, its size from refresh to refresh, who came
/// and went and why, and whether that is usual.
public final class SegmentHistory {
  /// A change of size beyond this share of the last size raises an alarm.
  private static final double ALARM = 0.25;

  /// A change beyond this share since the version was saved raises one as well.
  private static final double DRIFT = 0.5;

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
  public record Run(
      String segment, Instant asOf, int version, long customers, long entered, long left) {}

  /// Customers who came or went at the last refresh, by reason.
  ///
  /// @param direction `entered` or `left`
  /// @param reason the condition; where the definition changed, with what it was before
  /// @param lowest the least of what they have of what the condition compares; null where it
  ///     compares no number, or the definition did not change
  /// @param highest the most
  public record Move(
      String direction,
      String reason,
      long customers,
      @Nullable Double lowest,
      @Nullable Double highest) {
    /// The reason with what these customers have: `Orders at least 3, before: ... (they have 1 to
    /// 2)`.
    public String words() {
      Double least = lowest;
      Double most = highest;
      if (least == null || most == null) {
        return reason;
      }
      String have = least.equals(most) ? plain(least) : plain(least) + " to " + plain(most);
      return reason + (customers == 1 ? " (has " : " (they have ") + have + ")";
    }

    private static String plain(double figure) {
      return BigDecimal.valueOf(figure)
          .setScale(2, RoundingMode.HALF_EVEN)
          .stripTrailingZeros()
          .toPlainString();
    }
  }

  /// The whole.
  ///
  /// @param stability of the last change: members who stayed divided by those of either time, 0 to
  ///     1; 1 before anybody came or went
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
          List<Version> versions = versions(connection, segment);
          return new Story(
              versions,
              runs,
              moves(connection, segment),
              stability(runs),
              alarm(runs, baseline(versions, runs)));
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
        SegmentHistory::run,
        segment);
  }

  /// The last refreshes of every segment, each segment's newest first.
  static List<Run> everyRun(Connection connection, int most) throws SQLException {
    return Rows.list(
        connection,
        "select * from ops.segment_run qualify row_number() over (partition by segment"
            + " order by as_of desc) <= ? order by segment, as_of desc",
        SegmentHistory::run,
        most);
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(
        row.getString("segment"),
        Objects.requireNonNull(Rows.instant(row, "as_of")),
        row.getInt("version"),
        row.getLong("customers"),
        row.getLong("entered"),
        row.getLong("departed"));
  }

  private static List<Move> moves(Connection connection, String segment) throws SQLException {
    return Rows.list(
        connection,
        "select direction, reason, count(*) as customers, min(figure) as lowest,"
            + " max(figure) as highest from ops.segment_move where segment = ?"
            + " group by direction, reason order by direction, customers desc, reason",
        row ->
            new Move(
                row.getString("direction"),
                row.getString("reason"),
                row.getLong("customers"),
                row.getObject("lowest") instanceof Double lowest ? lowest : null,
                row.getObject("highest") instanceof Double highest ? highest : null),
        segment);
  }

  static double stability(List<Run> runs) {
    if (runs.isEmpty()) {
      return 1;
    }
    // A segment saved again on one day has one run of it, with who came and went.
    Run last = runs.getFirst();
    if (runs.size() < 2 && last.entered() + last.left() == 0) {
      return 1;
    }
    long either = last.customers() + last.left();
    return either == 0 ? 1 : (double) (last.customers() - last.entered()) / either;
  }

  private static Optional<Long> baseline(List<Version> versions, List<Run> runs) {
    return versions.stream()
        .filter(one -> !runs.isEmpty() && one.version() == runs.getFirst().version())
        .filter(one -> one.everyone() > 0)
        .map(Version::customers)
        .findFirst();
  }

  /// What is unusual: a sudden change since the refresh before, or a slow one since the version was
  /// saved.
  ///
  /// @param runs the newest first
  /// @param baseline for how many the version held when it was saved; empty when that is not known
  static Optional<String> alarm(List<Run> runs, Optional<Long> baseline) {
    Optional<String> sudden = sudden(runs);
    return sudden.isPresent() ? sudden : baseline.flatMap(base -> drift(runs, base));
  }

  private static Optional<String> drift(List<Run> runs, long baseline) {
    if (runs.isEmpty() || Math.max(runs.getFirst().customers(), baseline) < FEWEST) {
      return Optional.empty();
    }
    long now = runs.getFirst().customers();
    return Math.abs(now - baseline) > DRIFT * baseline
        ? Optional.of(
            "it drifted from "
                + baseline
                + " when version "
                + runs.getFirst().version()
                + " was saved to "
                + now)
        : Optional.empty();
  }

  private static Optional<String> sudden(List<Run> runs) {
    if (runs.size() < 2 || runs.get(0).version() != runs.get(1).version()) {
      return Optional.empty();
    }
    long now = runs.get(0).customers();
    long before = runs.get(1).customers();
    if (Math.max(now, before) < FEWEST) {
      return Optional.empty();
    }
    if (now == 0) {
      return Optional.of("nobody is left of " + before);
    }
    if (before == 0) {
      return Optional.of("it was empty and has " + now + " now");
    }
    return Math.abs(now - before) > ALARM * before
        ? Optional.of(
            "its size went from "
                + before
                + " to "
                + now
                + ", by more than "
                + Math.round(ALARM * 100)
                + " %")
        : Optional.empty();
  }
}

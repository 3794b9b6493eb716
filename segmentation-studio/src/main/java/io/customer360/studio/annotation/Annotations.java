package io.customer360.studio.annotation;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Reads what is to be marked. Campaigns come from the messages sent, merges and splits from what
/// people decided and from what refreshes found. Safe from any thread.
public final class Annotations {
  /// A day's sending to less than this share of the customers is no campaign worth a mark.
  private static final double SHARE = 0.01;

  private final Lakehouse lakehouse;
  private final ZoneId zone;

  /// @param zone in which days begin
  public Annotations(Lakehouse lakehouse, ZoneId zone) {
    this.lakehouse = lakehouse;
    this.zone = zone;
  }

  /// Those from one day to another, both included; by day, those that reached most people first.
  public List<Annotation> between(LocalDate from, LocalDate to, Progress progress) {
    Instant first = from.atStartOfDay(zone).toInstant();
    Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
    List<Annotation> all = new ArrayList<>();
    lakehouse.read(
        progress,
        connection -> {
          if (has(connection, "gold", "engagement")) {
            all.addAll(campaigns(connection, first, end));
          }
          if (has(connection, "ops", "identity_judgement")) {
            all.addAll(judgements(connection, first, end));
          }
          if (has(connection, "ops", "identity_run")) {
            all.addAll(runs(connection, first, end));
          }
          return true;
        });
    all.sort(
        Comparator.comparing(Annotation::day)
            .thenComparing(Comparator.comparingLong(Annotation::people).reversed())
            .thenComparing(Annotation::title));
    return all;
  }

  private static boolean has(Connection connection, String schema, String table)
      throws SQLException {
    return Rows.number(
            connection,
            "select count(*) from information_schema.tables where table_catalog ="
                + " current_database() and table_schema = ? and table_name = ?",
            schema,
            table)
        > 0;
  }

  private List<Annotation> campaigns(Connection connection, Instant first, Instant end)
      throws SQLException {
    return Rows.list(
        connection,
        """
        select campaign, channel, min(occurred_at) as sent_at,
          count(distinct customer_id) as people
        from gold.engagement
        where kind = 'sent' and campaign is not null and customer_id is not null
          and occurred_at >= ? and occurred_at < ?
        group by campaign, channel, occurred_at::date
        having people >= (select ? * count(*) from gold.customer)""",
        row ->
            new Annotation(
                Annotation.Kind.CAMPAIGN,
                day(Objects.requireNonNull(Rows.instant(row, "sent_at"))),
                row.getString("campaign"),
                Objects.requireNonNullElse(row.getString("channel"), ""),
                row.getLong("people")),
        first,
        end,
        SHARE);
  }

  private List<Annotation> judgements(Connection connection, Instant first, Instant end)
      throws SQLException {
    return Rows.list(
        connection,
        """
        select kind, person, decided_at from ops.identity_judgement
        where undone_at is null and kind in ('MERGE', 'SPLIT')
          and decided_at >= ? and decided_at < ?""",
        row ->
            new Annotation(
                Annotation.Kind.valueOf(row.getString("kind")),
                day(Objects.requireNonNull(Rows.instant(row, "decided_at"))),
                row.getString("person"),
                "",
                1),
        first,
        end);
  }

  private List<Annotation> runs(Connection connection, Instant first, Instant end)
      throws SQLException {
    List<Annotation> found = new ArrayList<>();
    Rows.list(
        connection,
        "select as_of, joined, split from ops.identity_run where as_of >= ? and as_of < ?",
        row -> {
          LocalDate day = day(Objects.requireNonNull(Rows.instant(row, "as_of")));
          long joined = row.getLong("joined");
          long split = row.getLong("split");
          if (joined > 0) {
            found.add(new Annotation(Annotation.Kind.MERGE, day, "refresh", "", joined));
          }
          if (split > 0) {
            found.add(new Annotation(Annotation.Kind.SPLIT, day, "refresh", "", split));
          }
          return true;
        },
        first,
        end);
    return found;
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }
}

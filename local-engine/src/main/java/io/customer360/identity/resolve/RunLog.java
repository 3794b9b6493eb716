package io.customer360.identity.resolve;

import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What each run did, in `ops.identity_run`.
public final class RunLog {
  public static final List<String> SCHEMA =
      List.of(
          """
          create table if not exists ops.identity_run
            (number bigint not null, kind varchar not null, as_of timestamp not null,
             records bigint not null, fresh bigint not null, changed bigint not null,
             gone bigint not null, reached bigint not null, created bigint not null,
             joined bigint not null, grown bigint not null, split bigint not null,
             seconds double not null, full_seconds double not null)
          """);

  private RunLog() {}

  /// Counts what changed between `identity_before` and `identity_after`.
  static ResolutionRun of(
      Connection connection,
      ResolutionRun.Kind kind,
      long records,
      ReachedPeople.@Nullable Found found,
      double seconds)
      throws SQLException {
    boolean some = kind == ResolutionRun.Kind.REACHED && found != null;
    double full =
        Rows.list(
                connection,
                """
                select seconds from ops.identity_run where kind <> 'REACHED'
                order by number desc limit 1
                """,
                row -> row.getDouble(1))
            .stream()
            .findFirst()
            .orElse(0.0);
    return Rows.list(
            connection,
            """
            with record as (
              select a.customer_id as after, b.customer_id as before
              from identity_after a left join identity_before b using (source_person_id)),
            customer as (
              select after, count(distinct before) as were, count(*) as records,
                count(before) as known
              from record group by after),
            parted as (
              select before from record where before is not null
              group by before having count(distinct after) > 1)
            select count(*) filter (where were = 0), count(*) filter (where were > 1),
              count(*) filter (where were = 1 and known < records),
              (select count(*) from parted)
            from customer
            """,
            row ->
                new ResolutionRun(
                    kind,
                    records,
                    some && found != null ? found.fresh() : 0,
                    some && found != null ? found.changed() : 0,
                    some && found != null ? found.gone() : 0,
                    some && found != null ? found.reached() : records,
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    seconds,
                    full))
        .getFirst();
  }

  static void add(Connection connection, ResolutionRun run, Instant asOf) throws SQLException {
    Rows.update(
        connection,
        """
        insert into ops.identity_run
        select coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
        from ops.identity_run
        """,
        run.kind().name(),
        asOf,
        run.records(),
        run.fresh(),
        run.changed(),
        run.gone(),
        run.reached(),
        run.created(),
        run.joined(),
        run.grown(),
        run.split(),
        run.seconds(),
        run.fullSeconds());
  }

  /// Records that were gone or changed in the runs since everybody was resolved.
  static long goneSince(Connection connection) throws SQLException {
    return Rows.number(
        connection,
        """
        select coalesce(sum(changed + gone), 0) from ops.identity_run
        where number > (
          select coalesce(max(number), 0) from ops.identity_run where kind <> 'REACHED')
        """);
  }

  public static Optional<ResolutionRun> latest(Connection connection) throws SQLException {
    return Rows.list(
            connection,
            """
            select kind, records, fresh, changed, gone, reached, created, joined, grown, split,
              seconds, full_seconds
            from ops.identity_run order by number desc limit 1
            """,
            row ->
                new ResolutionRun(
                    ResolutionRun.Kind.valueOf(row.getString(1)),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getLong(9),
                    row.getLong(10),
                    row.getDouble(11),
                    row.getDouble(12)))
        .stream()
        .findFirst();
  }
}

package io.customer360.identity;

import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.compare.TermCounts;
import io.customer360.identity.match.KeptModel;
import io.customer360.identity.match.LinkModel;
import io.customer360.identity.match.PairScorer;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.steward.JudgementStore;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.TreeSet;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Finds whom the records that are new, changed or gone since the last resolution can reach, and
/// brings `gold.identity_record` up to date with them.
///
/// Whether two records are joined depends on the records that hang together with either, by a
/// shared identifier, by a probable pair or by what somebody said: on their components. Rules look
/// at nothing else, and a kept model weighs a pair by its two records alone. So to resolve every
/// component that a new record touches, or that lost one, gives what resolving everybody gives.
final class ReachedPeople {
  /// More than this share of everybody is no correction any more.
  private static final double MOST = 0.3;

  private static final int ALWAYS = 2_000;

  /// @param fresh records nobody knew
  /// @param changed records that are not as they were
  /// @param gone records that are in no source any more
  /// @param reached records to resolve
  /// @param fits whether they are few enough for it to pay
  record Found(long fresh, long changed, long gone, long reached, boolean fits) {}

  private final Connection connection;
  private final ClusterBuilder.Limits limits;
  private final MatchThresholds thresholds;

  ReachedPeople(Connection connection, ClusterBuilder.Limits limits, MatchThresholds thresholds) {
    this.connection = connection;
    this.limits = limits;
    this.thresholds = thresholds;
  }

  /// Leaves `identity_fresh`, `identity_gone` and `identity_scope` (the records to resolve), and
  /// what [SharedIdentifiers] leaves of the groups that a record joined or left. Besides the scans
  /// that look for them, nothing here costs more where more people are known.
  Found find(RecordStaging staging, KeptModel model) throws SQLException {
    compare();
    long fresh = count("identity_fresh");
    long gone = count("identity_gone");
    long changed =
        fresh == 0 || gone == 0
            ? 0
            : Rows.number(
                connection,
                """
                select count(*) from identity_fresh
                semi join identity_gone using (source_person_id)
                """);
    long records = Rows.number(connection, "select count(*) from " + RecordStaging.RECORDS);
    if (fresh + gone > Math.max(ALWAYS, MOST * records)) {
      return new Found(fresh - changed, changed, gone - changed, records, false);
    }
    staging.fresh(connection);
    SharedIdentifiers shared = new SharedIdentifiers(connection, limits.mostRecords());
    shared.keys();
    if (gone > 0) {
      Rows.run(
          connection,
          "delete from "
              + RecordStaging.RECORDS
              + " where source_person_id in (from identity_gone)");
    }
    Rows.run(connection, "insert into " + RecordStaging.RECORDS + " from identity_new");
    shared.mates();
    Rows.run(
        connection, "create or replace temp table identity_touched (source_person_id varchar)");
    touch("from identity_gone");
    touchJudged();
    touch(shared.touched());
    if (fresh > 0) {
      touchProbable(model);
    }
    Rows.run(
        connection,
        """
        create or replace temp table identity_scope as
        with component as (
          select distinct component from gold.identity_index
          where source_person_id in (from identity_touched))
        from identity_fresh
        union
        select source_person_id from gold.identity_index
        where component in (from component)
          and source_person_id not in (from identity_gone)
        """);
    long reached = count("identity_scope");
    return new Found(
        fresh - changed,
        changed,
        gone - changed,
        reached,
        reached <= Math.max(ALWAYS, MOST * records));
  }

  private long count(String table) throws SQLException {
    return Rows.number(connection, "select count(*) from " + table);
  }

  /// Hashes every record there is: what the sources hold now is all there is to see a change by.
  private void compare() throws SQLException {
    Rows.run(
        connection,
        """
        create or replace temp table identity_change as
        select p.source_person_id as fresh, r.source_person_id as gone
        from (select source_person_id, fingerprint from identity_people) p
        full join gold.identity_record r on r.fingerprint = p.fingerprint -- the id is a part of it
        where p.source_person_id is null or r.source_person_id is null
        """);
    for (String which : new String[] {"fresh", "gone"}) {
      Rows.run(
          connection,
          "create or replace temp table identity_%1$s as select %1$s as source_person_id"
                  .formatted(which)
              + " from identity_change where %s is not null".formatted(which));
    }
  }

  private void touch(String records) throws SQLException {
    Rows.run(connection, "insert into identity_touched " + records);
  }

  /// Who is concerned by what was said or taken back since, or was said of a record that came or
  /// went.
  private void touchJudged() throws SQLException {
    touch(
        """
        with said as (%1$s), other as (
          (select * from said except select * from gold.identity_judged)
          union (select * from gold.identity_judged except select * from said)
          union (select said.* from said where left_record in (from identity_fresh)
            or right_record in (from identity_fresh))
          union (select said.* from said where left_record in (from identity_gone)
            or right_record in (from identity_gone)))
        select left_record from other union select right_record from other
        """
            .formatted(JudgementStore.IN_FORCE));
  }

  /// Who could be the same person as a new record.
  private void touchProbable(KeptModel model) throws SQLException {
    RecordTable alone = StagedPeople.of(connection, "identity_new");
    PairScorer first = model.bind(model.read(alone), TermCounts.UNKNOWN);
    IndexTable.near(connection, model.rules().keys(first.comparator().fields(), alone.size()));
    RecordTable all =
        StagedPeople.some(
            connection,
            """
            source_person_id in (
              select source_person_id from identity_near union all from identity_fresh)
            """);
    PairScorer scorer = KeptWeigher.bind(connection, model, all);
    BitSet marked = new BitSet(all.size());
    for (int row = 0; row < alone.size(); row++) {
      marked.set(all.rowOf(0, alone.id(row)));
    }
    RecordComparator.Scratch scratch = scorer.comparator().scratch();
    double review = LinkModel.bits(thresholds.reviewFrom());
    TreeSet<Integer> reached = new TreeSet<>();
    model
        .rules()
        .candidates(all, model.rules().keys(scorer.comparator().fields(), all.size()))
        .stream(
            marked,
            (a, b) -> {
              // as exactly as scored pairs are kept
              if ((float) scorer.weight(a, b, scratch) >= review) {
                reached.add(a);
                reached.add(b);
              }
            });
    try (DuckDBAppender appender =
        connection
            .unwrap(DuckDBConnection.class)
            .createAppender("temp", "main", "identity_touched")) {
      for (int row : reached) {
        appender.beginRow();
        appender.append(all.id(row));
        appender.endRow();
      }
    }
  }
}

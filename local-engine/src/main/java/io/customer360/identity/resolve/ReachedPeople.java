package io.customer360.identity.resolve;

import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.compare.TermCounts;
import io.customer360.identity.match.KeptModel;
import io.customer360.identity.match.LinkModel;
import io.customer360.identity.match.PairScorer;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.rules.MatchThresholds;
import io.customer360.identity.rules.Protections;
import io.customer360.identity.steward.JudgementStore;
import io.customer360.identity.weigh.KeptWeigher;
import io.customer360.identity.weigh.RecordStaging;
import io.customer360.identity.weigh.StagedPeople;
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
  private final MatchThresholds thresholds;

  ReachedPeople(Connection connection, MatchThresholds thresholds) {
    this.connection = connection;
    this.thresholds = thresholds;
  }

  /// Leaves `identity_fresh`, `identity_gone` and `identity_scope` (the records to resolve), their
  /// rows in `identity_pool`, and what [SharedIdentifiers] leaves of the groups that a record
  /// joined or left. Besides the scans that look for them, nothing here costs more where more
  /// people are known.
  Found find(RecordStaging staging, KeptModel model) throws SQLException {
    compare();
    long fresh = count("identity_fresh");
    long gone = count("identity_was");
    long changed =
        Rows.number(
            connection,
            """
            select count(*) from identity_fresh
            where hash(source_person_id) in (select person from identity_was)
            """);
    long records = Rows.number(connection, "select count(*) from " + RecordStaging.RECORDS);
    if (fresh + gone > Math.max(ALWAYS, MOST * records)) {
      return new Found(fresh - changed, changed, gone - changed, records, false);
    }
    staging.fresh(connection);
    RecordTable alone = StagedPeople.of(connection, "identity_new");
    Rows.run(connection, "create or replace temp table identity_touched (person ubigint)");
    touchJudged();
    NearbyRecords nearby = new NearbyRecords(connection, Protections.MOST_SHARING);
    nearby.read(fresh == 0 ? new long[0][] : keys(model, alone));
    SharedIdentifiers shared = new SharedIdentifiers(connection, Protections.MOST_SHARING);
    shared.keys();
    nearby.exchange();
    shared.mates();
    touch(shared.touched());
    if (fresh > 0) {
      touchProbable(model, alone);
    }
    Rows.run(
        connection,
        """
        create or replace temp table identity_scope as
        with component as (
          select component from identity_pool
          where hash(source_person_id) in (from identity_touched)
          union
          select component from identity_was)
        from identity_fresh
        union
        select source_person_id from identity_pool where component in (from component)
        """);
    long reached = count("identity_scope");
    return new Found(
        fresh - changed,
        changed,
        gone - changed,
        reached,
        reached <= Math.max(ALWAYS, MOST * records));
  }

  private static long[][] keys(KeptModel model, RecordTable records) {
    PairScorer scorer = model.bind(model.read(records), TermCounts.UNKNOWN);
    return model.rules().keys(scorer.comparator().fields(), records.size());
  }

  private long count(String table) throws SQLException {
    return Rows.number(connection, "select count(*) from " + table);
  }

  /// Hashes every record there is: what the sources hold now is all there is to see a change by.
  /// Leaves those that are not as they were in `identity_change`, and of those that are not there
  /// any more, or not as they were, their rows of the index in `identity_was`.
  private void compare() throws SQLException {
    Rows.run(
        connection,
        """
        create or replace temp table identity_change as
        select p.* from identity_people p
        anti join gold.identity_index i on i.version = p.fingerprint -- the id is a part of it
        """);
    Rows.run(
        connection,
        "create or replace temp table identity_fresh as select source_person_id from identity_change");
    Rows.run(
        connection,
        """
        create or replace temp table identity_was as
        from gold.identity_index
        where person in (select hash(source_person_id) from identity_fresh)
        """);
    // Who is neither as they were nor changed is gone; mostly nobody is, and then nobody is sought.
    long kept = count("silver.source_person") - count("identity_fresh");
    if (count(IndexTable.NAME) - count("identity_was") > kept) {
      Rows.run(
          connection,
          """
          insert into identity_was
          from gold.identity_index
          where person not in (select hash(source_person_id) from silver.source_person)
          """);
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
          union (select said.* from said
            where hash(left_record) in (select person from identity_was)
              or hash(right_record) in (select person from identity_was)))
        select hash(left_record) from other union select hash(right_record) from other
        """
            .formatted(JudgementStore.IN_FORCE));
  }

  /// Who could be the same person as a new record.
  private void touchProbable(KeptModel model, RecordTable alone) throws SQLException {
    RecordTable all =
        StagedPeople.of(
            connection,
            """
            (select *, fingerprint as version from identity_pool)
            where %s in (select version from identity_near where sure)
              or source_person_id in (from identity_fresh)
            """
                .formatted(IndexTable.SHORT));
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
    Rows.run(connection, "create or replace temp table identity_alike (source_person_id varchar)");
    try (DuckDBAppender appender =
        connection
            .unwrap(DuckDBConnection.class)
            .createAppender("temp", "main", "identity_alike")) {
      for (int row : reached) {
        appender.beginRow();
        appender.append(all.id(row));
        appender.endRow();
      }
    }
    touch("select hash(source_person_id) from identity_alike");
  }
}

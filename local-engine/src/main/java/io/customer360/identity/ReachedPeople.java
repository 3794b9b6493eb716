package io.customer360.identity;

import io.customer360.identity.compare.RecordComparator;
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
  private static final String[][] IDENTIFIERS = {
    {"loyalty id", "loyalty_key", "loyalty_placeholder"},
    {"e-mail", "email_key", "email_placeholder"},
    {"phone", "phone_key", "phone_placeholder"}
  };

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
  /// `identity_group_key` and `identity_crowded` for the groups of identifiers they are in.
  Found find(RecordStaging staging, KeptModel model) throws SQLException {
    compare();
    long fresh = count("identity_fresh");
    long gone = count("identity_gone");
    long changed =
        Rows.number(
            connection,
            "select count(*) from identity_fresh semi join identity_gone using (source_person_id)");
    long records = Rows.number(connection, "select count(*) from " + RecordStaging.RECORDS);
    if (fresh + gone > Math.max(ALWAYS, MOST * records)) {
      return new Found(fresh - changed, changed, gone - changed, records, false);
    }
    Rows.run(connection, "create or replace temp table identity_touched (component varchar)");
    touch("select source_person_id from identity_gone");
    touchJudged();
    groupKeys("identity_gone");
    for (String table : new String[] {RecordStaging.RECORDS, IndexTable.NAME}) {
      Rows.run(
          connection,
          "delete from "
              + table
              + " where source_person_id in (select source_person_id from identity_gone)");
    }
    staging.fresh(connection);
    groupKeys("identity_fresh");
    touchGroups();
    if (fresh > 0) {
      touchProbable(model);
    }
    Rows.run(
        connection,
        """
        create or replace temp table identity_scope as
        select source_person_id from identity_fresh
        union
        select source_person_id from gold.identity_index
        where component in (select component from identity_touched)
        """);
    groupKeys("identity_scope");
    crowded();
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

  private void compare() throws SQLException {
    // every row is hashed, so once
    Rows.run(
        connection,
        """
        create or replace temp table identity_print as
        select source_person_id, fingerprint from identity_people
        """);
    Rows.run(
        connection,
        """
        create or replace temp table identity_fresh as
        select p.source_person_id from identity_print p
        anti join gold.identity_record r
          on r.source_person_id = p.source_person_id and r.fingerprint = p.fingerprint
        """);
    Rows.run(
        connection,
        """
        create or replace temp table identity_gone as
        select r.source_person_id from gold.identity_record r
        anti join identity_print p
          on r.source_person_id = p.source_person_id and r.fingerprint = p.fingerprint
        """);
    Rows.run(
        connection,
        "create or replace temp table identity_group_key (kind varchar, value varchar)");
  }

  private void touch(String records) throws SQLException {
    Rows.run(
        connection,
        "insert into identity_touched select distinct component from gold.identity_index"
            + " where source_person_id in ("
            + records
            + ")");
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

  private void groupKeys(String records) throws SQLException {
    for (String[] identifier : IDENTIFIERS) {
      Rows.run(
          connection,
          """
          insert into identity_group_key
          select distinct '%1$s', %2$s from gold.identity_record
          where %2$s is not null and source_person_id in (select source_person_id from %3$s)
            and %2$s not in (select value from identity_group_key where kind = '%1$s')
          """
              .formatted(identifier[0], identifier[1], records));
    }
  }

  /// Everybody in a group of a shared identifier that a record joined or left, unless the group is,
  /// and was, too large to join anybody.
  private void touchGroups() throws SQLException {
    for (String[] identifier : IDENTIFIERS) {
      touch(
          """
          select r.source_person_id from gold.identity_record r
          where r.%2$s in (
            select g.%2$s from gold.identity_record g
            where g.%2$s in (select value from identity_group_key where kind = '%1$s')
              and not g.%3$s
            group by g.%2$s
            having least(count(*), count(*) filter (where g.source_person_id not in
              (select source_person_id from identity_fresh))) <= %4$d)
          """
              .formatted(identifier[0], identifier[1], identifier[2], limits.mostRecords()));
    }
  }

  private void crowded() throws SQLException {
    for (String[] identifier : IDENTIFIERS) {
      Rows.run(
          connection,
          """
          insert into identity_crowded
          select '%1$s', %2$s from gold.identity_record
          where %2$s in (select value from identity_group_key where kind = '%1$s')
          group by %2$s having count(*) > %3$d
          """
              .formatted(identifier[0], identifier[1], limits.mostRecords()));
    }
  }

  /// Who could be the same person as a new record.
  private void touchProbable(KeptModel model) throws SQLException {
    String isFresh = "source_person_id in (select source_person_id from identity_fresh)";
    RecordTable alone = StagedPeople.some(connection, isFresh);
    PairScorer first = KeptWeigher.bind(connection, model, alone);
    IndexTable.near(connection, model.rules().keys(first.comparator().fields(), alone.size()));
    RecordTable all =
        StagedPeople.some(
            connection,
            isFresh + " or source_person_id in (select source_person_id from identity_near)");
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
    Rows.run(connection, "create or replace temp table identity_near (source_person_id varchar)");
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", "identity_near")) {
      for (int row : reached) {
        appender.beginRow();
        appender.append(all.id(row));
        appender.endRow();
      }
    }
    touch("select source_person_id from identity_near");
  }
}

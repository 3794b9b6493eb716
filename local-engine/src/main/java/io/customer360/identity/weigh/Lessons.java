package io.customer360.identity.weigh;

import io.customer360.identity.match.KeptModel;
import io.customer360.identity.match.PairScorer;
import io.customer360.identity.match.Teacher;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.steward.Judgement;
import io.customer360.identity.steward.Verdict;
import io.customer360.lakehouse.LakeCatalog;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// What people's verdicts on pairs teach a model. Only pairs that were reviewed one by one count: a
/// merge or a split of whole customers says little of any two of their records.
public final class Lessons {
  private static final int ANCHORS = 300;

  private static final String REVIEWED =
      """
      select p.left_record, p.right_record, p.verdict
      from ops.identity_judged_pair p join ops.identity_judgement j using (number)
      where j.undone_at is null and j.kind = 'REVIEW'
      qualify row_number() over (partition by p.left_record, p.right_record
        order by j.number desc) = 1
      order by p.left_record, p.right_record
      """;

  /// Links of the last resolution, and pairs of records taken at random, always the same ones.
  private static final String SOME_LINKS =
      """
      select source_person_id, matched_with from gold.identity_link
      where matched_with is not null order by hash(source_person_id), source_person_id limit %d
      """
          .formatted(ANCHORS);

  private static final String SOME_RECORDS =
      """
      select source_person_id, lead(source_person_id) over (order by hash(source_person_id, 1))
      from gold.identity_link order by hash(source_person_id, 1), source_person_id limit %d
      """
          .formatted(ANCHORS);

  private Lessons() {}

  /// What the verdicts in force teach; empty when there are none.
  static Optional<Teacher.Result> inForce(Connection connection, KeptModel model, long seed)
      throws SQLException {
    List<Judgement.Pair> said =
        Rows.list(
            connection,
            REVIEWED,
            row ->
                new Judgement.Pair(
                    row.getString(1), row.getString(2), Verdict.of(row.getString(3))));
    return of(connection, model, said, seed);
  }

  /// What these verdicts would teach; the records are read from the last resolution.
  public static Optional<Teacher.Result> of(
      Connection connection, KeptModel model, List<Judgement.Pair> said, long seed)
      throws SQLException {
    if (said.stream().allMatch(pair -> pair.verdict() == Verdict.UNSURE)
        || !LakeCatalog.has(connection, "gold.identity_link")) {
      return Optional.empty();
    }
    List<String[]> anchors = new ArrayList<>();
    for (String sql : new String[] {SOME_LINKS, SOME_RECORDS}) {
      anchors.addAll(
          Rows.list(connection, sql, row -> new String[] {row.getString(1), row.getString(2)}));
    }
    TreeSet<String> ids = new TreeSet<>();
    said.forEach(pair -> ids.addAll(List.of(pair.left(), pair.right())));
    for (String[] anchor : anchors) {
      if (anchor[1] != null) {
        ids.addAll(List.of(anchor));
      }
    }
    stage(connection, ids);
    RecordTable records =
        StagedPeople.some(
            connection, "source_person_id in (select id from identity_judged_record)");
    Rows.run(connection, "drop table identity_judged_record");
    PairScorer scorer = KeptWeigher.bind(connection, model, records);
    List<Teacher.Label> judged = new ArrayList<>();
    for (Judgement.Pair pair : said) {
      if (pair.verdict() != Verdict.UNSURE) {
        add(judged, records, pair.left(), pair.right(), pair.verdict() == Verdict.MATCH ? 1 : 0);
      }
    }
    List<Teacher.Label> held = new ArrayList<>();
    for (String[] anchor : anchors) {
      if (anchor[1] != null) {
        add(held, records, anchor[0], anchor[1], 0.5);
      }
    }
    return judged.isEmpty()
        ? Optional.empty()
        : Optional.of(new Teacher(scorer).teach(judged, held, seed));
  }

  private static void stage(Connection connection, Iterable<String> ids) throws SQLException {
    Rows.run(connection, "create or replace temp table identity_judged_record (id varchar)");
    try (DuckDBAppender appender =
        connection
            .unwrap(DuckDBConnection.class)
            .createAppender("temp", "main", "identity_judged_record")) {
      for (String id : ids) {
        appender.beginRow();
        appender.append(id);
        appender.endRow();
      }
    }
  }

  /// Leaves a pair out of which a record is gone.
  private static void add(
      List<Teacher.Label> labels, RecordTable records, String left, String right, double one) {
    int a = records.rowOf(0, left);
    int b = records.rowOf(0, right);
    if (a >= 0 && b >= 0 && a != b) {
      labels.add(new Teacher.Label(a, b, one));
    }
  }
}

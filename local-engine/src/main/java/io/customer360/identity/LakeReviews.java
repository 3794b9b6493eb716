package io.customer360.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.customer360.fault.WorkbenchException;
import io.customer360.identity.cluster.PairTables;
import io.customer360.identity.match.Teacher;
import io.customer360.identity.read.ExplainedPairs;
import io.customer360.identity.read.LinkReader;
import io.customer360.identity.read.PairReader;
import io.customer360.identity.review.Contradiction;
import io.customer360.identity.review.IdentityHealth;
import io.customer360.identity.review.ModelView;
import io.customer360.identity.review.ReviewPair;
import io.customer360.identity.review.ReviewQueue;
import io.customer360.identity.review.Reviews;
import io.customer360.identity.review.Teaching;
import io.customer360.identity.rules.MatchThresholds;
import io.customer360.identity.steward.Contradictions;
import io.customer360.identity.steward.Judgement;
import io.customer360.identity.weigh.Lessons;
import io.customer360.identity.weigh.ModelRegistry;
import io.customer360.lakehouse.LakeCatalog;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.RefreshRequest;
import io.customer360.lakehouse.Rows;
import io.customer360.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reviews over a lake.
public final class LakeReviews implements Reviews {
  /// A pair nobody has judged.
  private static final String OPEN =
      """
      from gold.identity_pair p
      where p.state = 'review' and not exists (
        select 1 from ops.identity_judged_pair j join ops.identity_judgement d using (number)
        where d.undone_at is null and j.left_record = p.left_record
          and j.right_record = p.right_record)
      """;

  private static final String NAME =
      "coalesce(nullif(%1$s.full_name, ''), %1$s.email, %1$s.phone, %1$s.source_person_id)";

  private final Lakehouse lakehouse;
  private final Workspace workspace;

  public LakeReviews(Lakehouse lakehouse, Workspace workspace) {
    this.lakehouse = lakehouse;
    this.workspace = workspace;
  }

  @Override
  public ReviewQueue queue(int limit) {
    return lakehouse.read(
        connection -> {
          long judged =
              Rows.number(
                  connection,
                  """
                  select count(*) from ops.identity_judgement
                  where kind = 'REVIEW' and undone_at is null
                  """);
          List<Contradiction> contradictions = contradictions(connection);
          if (!weighed(connection)) {
            return new ReviewQueue(0, judged, 0, List.of(), contradictions);
          }
          return new ReviewQueue(
              Rows.number(connection, "select count(*) " + OPEN),
              judged,
              Rows.number(
                  connection, "select count(*) from gold.identity_pair where state = 'untellable'"),
              Rows.list(
                  connection,
                  "select q.left_record, q.right_record, "
                      + NAME.formatted("l")
                      + ", "
                      + NAME.formatted("r")
                      + ", q.probability, q.reason, q.value from (select p.* "
                      + OPEN
                      + " order by p.value desc, p.left_record, p.right_record limit ?) q"
                      + " join silver.source_person l on l.source_person_id = q.left_record"
                      + " join silver.source_person r on r.source_person_id = q.right_record"
                      + " order by q.value desc, q.left_record, q.right_record",
                  row ->
                      new ReviewQueue.Task(
                          row.getString(1),
                          row.getString(2),
                          row.getString(3),
                          row.getString(4),
                          row.getDouble(5),
                          row.getString(6),
                          row.getDouble(7)),
                  limit),
              contradictions);
        });
  }

  private static List<Contradiction> contradictions(Connection connection) throws SQLException {
    List<Contradiction> named = new ArrayList<>();
    for (Contradictions.Chain chain : Contradictions.inForce(connection)) {
      List<Contradiction.Named> records = new ArrayList<>();
      for (String record : chain.records()) {
        records.add(
            new Contradiction.Named(
                record,
                Rows.list(
                        connection,
                        "select "
                            + NAME.formatted("p")
                            + " from silver.source_person p where p.source_person_id = ?",
                        row -> row.getString(1),
                        record)
                    .stream()
                    .findFirst()
                    .orElse(record)));
      }
      named.add(new Contradiction(records, chain.together(), chain.apart()));
    }
    return named;
  }

  @Override
  public ReviewPair pair(String leftRecord, String rightRecord) {
    String left = leftRecord.compareTo(rightRecord) <= 0 ? leftRecord : rightRecord;
    String right = left.equals(leftRecord) ? rightRecord : leftRecord;
    if (left.equals(right)) {
      throw WorkbenchException.user(
          "C360-IDN-011", "An explanation needs two records; " + left + " is one.");
    }
    lakehouse.read(
        connection -> {
          LinkReader.customerOf(connection, left);
          return LinkReader.customerOf(connection, right);
        });
    MatchThresholds thresholds = MatchThresholds.of(workspace.settings().more());
    return lakehouse.read(
        connection ->
            new PairReader(connection, workspace.settings().currency())
                .read(
                    left,
                    right,
                    new ExplainedPairs(connection, thresholds).of(left, right),
                    thresholds));
  }

  @Override
  public ModelView model() {
    IdentitySummary summary = new LakeIdentities(lakehouse).summary();
    return lakehouse.read(
        connection -> {
          ModelView view = stored(connection);
          if (!weighed(connection)) {
            return view;
          }
          IdentityHealth health = health(connection, summary, view);
          return view.with(health, warnings(view, health));
        });
  }

  @Override
  public IdentityHealth health() {
    return model().health();
  }

  private IdentityHealth health(Connection connection, IdentitySummary summary, ModelView view)
      throws SQLException {
    return new HealthReader(connection, MatchThresholds.of(workspace.settings().more()))
        .read(summary, Rows.number(connection, "select count(*) " + OPEN), view);
  }

  @Override
  public Optional<Teaching> rehearse(List<Judgement.Pair> verdicts) {
    return lakehouse.read(
        connection -> {
          Optional<ModelRegistry.Registered> model = ModelRegistry.latest(connection);
          return model.isEmpty()
              ? Optional.<Teaching>empty()
              : Lessons.of(connection, model.get().model(), verdicts, RefreshRequest.SEED)
                  .map(Teacher.Result::teaching);
        });
  }

  /// What the model said when it was learned, then what the resolution in force refused: groups of
  /// identifiers that would have joined strangers, and probable pairs that were not followed.
  private static List<String> warnings(ModelView view, IdentityHealth health) {
    List<String> warnings = new ArrayList<>(view.warnings());
    for (IdentityHealth.Alarm alarm : health.alarms()) {
      warnings.add(
          "%,d %s values were refused before they joined anybody: the largest stands on %,d records of %,d names."
              .formatted(
                  alarm.values(), alarm.kind(), alarm.largestRecords(), alarm.largestNames()));
    }
    long bridges = health.prevented().notFollowed();
    if (bridges > 0) {
      warnings.add(
          bridges
              + " probable pairs were not followed: their records do not resemble each other on the"
              + " whole, or each side has identifiers of its own.");
    }
    return warnings;
  }

  private static ModelView stored(Connection connection) throws SQLException {
    List<String> bodies =
        weighed(connection)
            ? Rows.list(
                connection,
                "select body::varchar from gold.identity_model",
                row -> row.getString(1))
            : List.of();
    if (bodies.isEmpty()) {
      return ModelView.NONE;
    }
    try {
      return PairTables.JSON.readValue(bodies.getFirst(), ModelView.class);
    } catch (JsonProcessingException e) {
      throw WorkbenchException.internal("C360-IDN-024", "The match model cannot be read.", e);
    }
  }

  private static boolean weighed(Connection connection) throws SQLException {
    return LakeCatalog.has(connection, "gold.identity_pair", "gold.identity_model");
  }
}

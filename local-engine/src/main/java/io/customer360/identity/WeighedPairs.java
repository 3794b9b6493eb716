package io.customer360.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.customer360.fault.WorkbenchException;
import io.customer360.identity.match.MatchSettings;
import io.customer360.identity.match.Matcher;
import io.customer360.identity.match.PairScorer;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.RefreshRequest;
import io.customer360.lakehouse.Rows;
import io.customer360.workspace.Workspace;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The weights of any pair of records: as they were written at the last resolution, or, for a pair
/// that was neither joined by weight nor to be looked at, from the model learned again on the same
/// records. The latter takes as long as matching; it is kept until the lake changes.
final class WeighedPairs {
  private record Learned(String snapshot, PairScorer scorer, Map<String, Integer> rows) {}

  private final Lakehouse lakehouse;
  private final Workspace workspace;
  private @Nullable Learned learned;

  WeighedPairs(Lakehouse lakehouse, Workspace workspace) {
    this.lakehouse = lakehouse;
    this.workspace = workspace;
  }

  WeighedPair of(String left, String right) {
    List<WeighedPair> stored =
        lakehouse.read(
            connection ->
                Rows.list(
                    connection,
                    """
                    select weight, probability, bars::varchar from gold.identity_pair
                    where left_record = ? and right_record = ?
                    """,
                    row ->
                        new WeighedPair(row.getDouble(1), row.getDouble(2), bars(row.getString(3))),
                    left,
                    right));
    if (!stored.isEmpty()) {
      return stored.getFirst();
    }
    Learned model = learned();
    return WeighedPair.of(
        model.scorer(),
        Objects.requireNonNull(model.rows().get(left)),
        Objects.requireNonNull(model.rows().get(right)),
        model.scorer().comparator().scratch());
  }

  private static List<WeighedPair.Bar> bars(String json) {
    try {
      return PairTables.JSON.readValue(json, new TypeReference<List<WeighedPair.Bar>>() {});
    } catch (JsonProcessingException e) {
      throw WorkbenchException.internal("C360-IDN-024", "A stored match cannot be read.", e);
    }
  }

  private synchronized Learned learned() {
    String snapshot = lakehouse.snapshotId();
    Learned known = learned;
    if (known == null || !known.snapshot().equals(snapshot)) {
      known = learn(snapshot);
      learned = known;
    }
    return known;
  }

  private Learned learn(String snapshot) {
    Instant asOf = lakehouse.asOf();
    return lakehouse.read(
        connection -> {
          Rows.run(connection, "begin transaction");
          try {
            IdentityStep.resolution(workspace, RefreshRequest.SEED).stage(connection, asOf);
            Map<String, Integer> rows = new HashMap<>();
            Rows.list(
                connection,
                "select source_person_id, record from identity_record",
                row -> rows.put(row.getString(1), row.getInt(2)));
            MatchThresholds thresholds = MatchThresholds.of(workspace.settings().more());
            PairScorer scorer =
                new Matcher(
                        MatchSettings.DEFAULT
                            .withThreshold(thresholds.mergeFrom())
                            .withSeed(RefreshRequest.SEED))
                    .link(StagedPeople.read(connection), Progress.NONE)
                    .scorer();
            return new Learned(snapshot, scorer, rows);
          } finally {
            Rows.run(connection, "rollback");
          }
        });
  }
}

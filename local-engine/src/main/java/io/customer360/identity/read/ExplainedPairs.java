package io.customer360.identity.read;

import io.customer360.identity.cluster.Labels;
import io.customer360.identity.match.Explainer;
import io.customer360.identity.match.MatchSettings;
import io.customer360.identity.match.Matcher;
import io.customer360.identity.match.PairExplanation;
import io.customer360.identity.match.PairScorer;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.rules.MatchThresholds;
import io.customer360.identity.weigh.KeptWeigher;
import io.customer360.identity.weigh.ModelRegistry;
import io.customer360.identity.weigh.StagedPeople;
import io.customer360.job.Progress;
import io.customer360.lakehouse.RefreshRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Any two records of the resolution in force, weighed by the model it was made with. The two are
/// read and nothing else, so it takes as long for ten million records as for ten; where the model
/// could not be kept it is learned again on everybody.
public final class ExplainedPairs {
  private final Connection connection;
  private final MatchThresholds thresholds;

  public ExplainedPairs(Connection connection, MatchThresholds thresholds) {
    this.connection = connection;
    this.thresholds = thresholds;
  }

  /// @param left a record that exists
  /// @param right another
  public PairExplanation of(String left, String right) throws SQLException {
    Optional<ModelRegistry.Registered> model = ModelRegistry.latest(connection);
    RecordTable records =
        model.isPresent()
            ? StagedPeople.some(connection, "source_person_id in (?, ?)", left, right)
            : StagedPeople.some(connection, "true");
    PairScorer scorer =
        model.isPresent()
            ? KeptWeigher.bind(connection, model.get().model(), records)
            : new Matcher(MatchSettings.DEFAULT.withSeed(RefreshRequest.SEED))
                .learn(records, Progress.NONE);
    return new Explainer(records, scorer, thresholds.mergeFrom(), Labels::inSentence)
        .explain(records.rowOf(0, left), records.rowOf(0, right));
  }
}

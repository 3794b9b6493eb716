package io.customer360.identity.weigh;

import io.customer360.identity.block.Candidates;
import io.customer360.identity.cluster.Weigher;
import io.customer360.identity.match.KeptModel;
import io.customer360.identity.match.MatchSettings;
import io.customer360.identity.match.Matcher;
import io.customer360.identity.match.PairScorer;
import io.customer360.identity.match.ScoredPairs;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.review.ModelView;
import io.customer360.identity.standard.StandardTable;
import io.customer360.job.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Weighs with the model in force.
public final class KeptWeigher implements Weigher {
  private final ModelRegistry.Registered registered;

  public KeptWeigher(ModelRegistry.Registered registered) {
    this.registered = registered;
  }

  @Override
  public Optional<Weighed> weigh(Connection connection, Progress progress) throws SQLException {
    progress.stage("Resolve people: weigh with the model in force");
    return Optional.of(
        weigh(connection, registered.model(), StagedPeople.read(connection), progress)
            .with(registered.number(), registered.view()));
  }

  /// Weighs records by a model that has no number and no view yet.
  static Weighed weigh(
      Connection connection, KeptModel model, RecordTable records, Progress progress)
      throws SQLException {
    PairScorer scorer = bind(connection, model, records);
    long[][] keys = model.rules().keys(scorer.comparator().fields(), records.size());
    Candidates candidates = model.rules().candidates(records, keys);
    ScoredPairs pairs =
        Matcher.score(scorer, candidates, MatchSettings.DEFAULT.threads(), progress);
    return new Weighed(0, records, scorer, pairs, keys, candidates.counts(), ModelView.NONE);
  }

  /// The model on any records, with the frequencies it was learned with.
  public static PairScorer bind(Connection connection, KeptModel model, RecordTable records)
      throws SQLException {
    StandardTable table = model.read(records);
    return model.bind(table, TermStore.read(connection, model, table));
  }
}

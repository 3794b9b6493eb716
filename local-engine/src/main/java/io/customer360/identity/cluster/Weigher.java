package io.customer360.identity.cluster;

import io.customer360.identity.block.Candidates;
import io.customer360.identity.match.PairScorer;
import io.customer360.identity.match.ScoredPairs;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.review.ModelView;
import io.customer360.job.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Weighs the staged records of a run: by a model learned on them, or by one that is kept.
public interface Weigher {
  /// @param number of the model in the registry, 0 when it could not be kept
  /// @param records the staged records
  /// @param scorer bound to the staged records; row `r` is record `r`
  /// @param keys by blocking rule the keys of every row; null when they are of no use later
  /// @param blocking what each blocking rule brought
  /// @param view of the model
  @SuppressWarnings("ArrayRecordComponent") // large, a hand-over inside the package
  record Weighed(
      long number,
      RecordTable records,
      PairScorer scorer,
      ScoredPairs pairs,
      long @Nullable [][] keys,
      List<Candidates.RuleCount> blocking,
      ModelView view) {
    /// The same by a model with a number and a view.
    public Weighed with(long newNumber, ModelView newView) {
      return new Weighed(newNumber, records, scorer, pairs, keys, blocking, newView);
    }
  }

  /// Empty when there is nothing to compare.
  Optional<Weighed> weigh(Connection connection, Progress progress) throws SQLException;
}

package io.customer360.identity.review;

import io.customer360.identity.steward.Judgement;
import java.util.List;
import java.util.Optional;

/// The steward's desk. Safe to call from any thread; empty before the first refresh.
public interface Reviews {
  /// Pairs between the two thresholds that nobody judged yet, the most informative first.
  ReviewQueue queue(int limit);

  /// One pair with everything known of it, also one that is in no queue. Throws a user error for a
  /// record that does not exist.
  ReviewPair pair(String leftRecord, String rightRecord);

  /// How the model of the last resolution looks, and what it made of the records.
  ModelView model();

  /// What the last resolution made of the records; [IdentityHealth#NONE] before the first.
  IdentityHealth health();

  /// What these verdicts would teach the model in force, by cross-validation on themselves; nothing
  /// is kept. Empty before the first refresh and for no verdicts.
  Optional<Teaching> rehearse(List<Judgement.Pair> verdicts);
}

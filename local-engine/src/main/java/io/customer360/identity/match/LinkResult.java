package io.customer360.identity.match;

import io.customer360.identity.block.Candidates;
import java.util.List;

/// What a run of the matcher found.
///
/// @param scorer the model with its records, for explanations and further pairs
/// @param pairs every pair compared whose probability is not next to nothing
/// @param clusters by row the first row of its cluster; a row alone is its own
/// @param links the pairs held to be one person
/// @param emRounds rounds of expectation maximisation
/// @param blocking what each rule brought
/// @param warnings in plain words
@SuppressWarnings("ArrayRecordComponent") // large, read only, never compared
public record LinkResult(
    PairScorer scorer,
    ScoredPairs pairs,
    int[] clusters,
    List<Link> links,
    long pairsCompared,
    int emRounds,
    boolean oneToOne,
    List<Candidates.RuleCount> blocking,
    List<String> warnings) {
  /// Two rows held to be one person.
  ///
  /// @param weight of the two alone, in bits
  /// @param probability by the best chain of links between them: at least that of the two alone
  public record Link(int a, int b, double weight, double probability) {}
}

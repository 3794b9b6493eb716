package io.customer360.identity.match;

import io.customer360.identity.block.Candidates;
import java.util.List;
import java.util.stream.IntStream;

/// What a run of the matcher found.
///
/// @param scorer the model with its records, for explanations and further pairs
/// @param pairs every pair compared whose probability is not next to nothing
/// @param clusters by row the first row of its cluster; a row alone is its own
/// @param links the pairs held to be one person
/// @param emRounds rounds of expectation maximisation
/// @param blocking what each rule brought
/// @param warnings in plain words
/// @param joining how the clusters came about, to measure other thresholds with
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
    List<String> warnings,
    Joining joining) {
  /// Two rows held to be one person: by their own weight, or because a chain of such links leads
  /// from one to the other.
  ///
  /// @param weight of the two alone, in bits
  /// @param through the rows between them on their surest chain; empty where their own weight
  ///     reaches the threshold
  /// @param pathProbability of the chain, the product of its links; that of the two alone where
  ///     they are linked directly
  public record Link(int a, int b, double weight, List<Integer> through, double pathProbability) {
    /// Copies the list.
    public Link {
      through = List.copyOf(through);
    }

    /// Of the two alone.
    public double probability() {
      return LinkModel.probability(weight);
    }

    /// Whether the two would be linked if there were no others.
    public boolean direct() {
      return through.isEmpty();
    }
  }

  /// The rows of a row's cluster, itself among them, in their order.
  public List<Integer> members(int row) {
    return IntStream.range(0, clusters.length)
        .filter(other -> clusters[other] == clusters[row])
        .boxed()
        .toList();
  }
}

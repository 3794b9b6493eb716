package io.customer360.studio.cluster.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number of clusters, and why.
///
/// @param reason in words
/// @param candidates every number tried, ascending
/// @param rows the sample the numbers were tried on
public record SuggestedK(int k, String reason, List<Candidate> candidates, int rows) {
  public SuggestedK {
    candidates = List.copyOf(candidates);
  }

  /// One number tried.
  ///
  /// @param silhouette mean; higher is better
  /// @param daviesBouldin lower is better
  /// @param gap of log inertia against rows without clusters; null where not measured
  /// @param gapError simulation error of the gap
  /// @param bic Bayesian information criterion of a mixture, lower is better; null for others
  /// @param stability mean adjusted Rand index over bootstrap samples
  public record Candidate(
      int k,
      double inertia,
      double silhouette,
      double daviesBouldin,
      @Nullable Double gap,
      @Nullable Double gapError,
      @Nullable Double bic,
      double stability) {}
}

package io.customer360.studio.cluster;

import io.customer360.studio.cluster.quality.SuggestedK;
import io.customer360.studio.cluster.reading.ClusterRule;
import io.customer360.studio.cluster.reading.FeatureProfile;
import io.customer360.studio.matrix.LoadedMatrix;
import io.customer360.studio.matrix.PreparationStep;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came out, for scripts and people. Clusters are numbered by size, largest first.
///
/// @param n rows clustered
/// @param d columns distances were measured in
/// @param inertia sum of squared distances to the clusters' means, prepared units, noise left out
/// @param silhouette mean, -1 to 1; null with fewer than two clusters
/// @param daviesBouldin lower is better; null with fewer than two clusters
/// @param sizes rows of each cluster
/// @param noise rows in no cluster
/// @param peakMb the most memory the process held, 0 where the system does not tell
/// @param parameters what the method was run with and what it says of itself
/// @param kernel what computed distances
/// @param dataHash equal for equal prepared data
public record ClusterReport(
    String source,
    String algorithm,
    int n,
    int d,
    int k,
    double inertia,
    @Nullable Double silhouette,
    @Nullable Double daviesBouldin,
    List<Integer> sizes,
    int noise,
    Seconds seconds,
    long peakMb,
    long seed,
    @Nullable SilhouetteNote silhouetteSample,
    @Nullable StabilityNote stability,
    @Nullable TruthNote truth,
    @Nullable SuggestedK suggestedK,
    Map<String, Object> parameters,
    List<String> columns,
    List<LoadedMatrix.LeftOut> leftOut,
    List<GapNote> gaps,
    int distinctRows,
    List<PreparationStep> preparation,
    List<String> suggestions,
    List<String> warnings,
    List<ClusterSummary> clusters,
    String kernel,
    int threads,
    String dataHash) {

  /// How far clusters agree with known groups.
  ///
  /// @param adjustedRand 1 the same, about 0 by chance
  public record TruthNote(String column, int groups, double adjustedRand) {}

  /// Cells of a column that held no usable number.
  public record GapNote(String column, int missing, int notANumber, int infinite) {}

  /// Seconds of the clock by phase.
  public record Seconds(
      double load, double prepare, double cluster, double quality, double write, double total) {}

  /// How the silhouette was measured.
  public record SilhouetteNote(boolean exact, int rows, double standardError, String method) {}

  /// How stable the clusters are.
  ///
  /// @param jaccard of each cluster, null where no row of it was drawn
  public record StabilityNote(
      double adjustedRand, List<@Nullable Double> jaccard, int runs, int rows, String method) {}

  /// A cluster, readable.
  ///
  /// @param share of all rows, 0 to 1
  /// @param name proposed from the features that set it apart
  /// @param rule what defines it, in words
  /// @param sql the rule as a condition over columns of the features' names
  public record ClusterSummary(
      int cluster,
      int size,
      double share,
      String name,
      @Nullable Double silhouette,
      String rule,
      String sql,
      double precision,
      double recall,
      List<FeatureProfile> features) {
    static ClusterSummary of(
        int cluster,
        int size,
        double share,
        String name,
        @Nullable Double silhouette,
        ClusterRule rule,
        List<FeatureProfile> features) {
      return new ClusterSummary(
          cluster,
          size,
          share,
          name,
          silhouette,
          rule.words(),
          rule.sql(),
          rule.precision(),
          rule.recall(),
          features);
    }
  }

  /// The same with other times and memory.
  public ClusterReport with(Seconds newSeconds, long newPeakMb) {
    return with(newSeconds, newPeakMb, truth);
  }

  /// The same with other times and memory, and the agreement with known groups.
  public ClusterReport with(Seconds newSeconds, long newPeakMb, @Nullable TruthNote newTruth) {
    return new ClusterReport(
        source,
        algorithm,
        n,
        d,
        k,
        inertia,
        silhouette,
        daviesBouldin,
        sizes,
        noise,
        newSeconds,
        newPeakMb,
        seed,
        silhouetteSample,
        stability,
        newTruth,
        suggestedK,
        parameters,
        columns,
        leftOut,
        gaps,
        distinctRows,
        preparation,
        suggestions,
        warnings,
        clusters,
        kernel,
        threads,
        dataHash);
  }
}

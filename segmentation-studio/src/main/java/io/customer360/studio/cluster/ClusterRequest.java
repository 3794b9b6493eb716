package io.customer360.studio.cluster;

import io.customer360.fault.WorkbenchException;
import io.customer360.studio.matrix.PreparationOptions;

/// What to do.
///
/// @param k clusters; 0 asks for a suggestion; ignored by methods that find it
/// @param restarts k-means and mixtures: starts to try
/// @param maxIterations k-means and mixtures: of one run
/// @param epsilon DBSCAN: radius of a neighbourhood in prepared units; 0 asks for a suggestion
/// @param minPoints DBSCAN: neighbours, itself included, that make a core row; HDBSCAN: the same
///     for
///     its core distance, 0 for as many as `minClusterSize`
/// @param minClusterSize HDBSCAN: rows that make a cluster
/// @param linkage hierarchical: how far clusters are apart
/// @param covariance mixtures: what shape a component may have
/// @param stabilityRuns how often to cluster drawn rows again; negative for what suits the method
///     and the size
public record ClusterRequest(
    Algorithm algorithm,
    int k,
    long seed,
    int restarts,
    int maxIterations,
    double epsilon,
    int minPoints,
    int minClusterSize,
    LinkageName linkage,
    CovarianceName covariance,
    int stabilityRuns,
    PreparationOptions preparation) {

  /// How far two clusters are apart.
  public enum LinkageName {
    WARD,
    AVERAGE,
    COMPLETE,
    SINGLE
  }

  /// What shape a component of a mixture may have.
  public enum CovarianceName {
    FULL,
    DIAG
  }

  /// A request with everything else at its default.
  public static ClusterRequest of(Algorithm algorithm, int k, long seed) {
    return new ClusterRequest(
        algorithm,
        k,
        seed,
        10,
        300,
        0,
        algorithm == Algorithm.HDBSCAN ? 0 : 5,
        5,
        LinkageName.WARD,
        CovarianceName.FULL,
        -1,
        PreparationOptions.DEFAULT);
  }

  public ClusterRequest {
    if (k < 0 || k > 1_000) {
      throw WorkbenchException.user("C360-CLU-020", "--k is auto or a number from 1 to 1000.");
    }
    if (restarts < 1 || maxIterations < 1) {
      throw WorkbenchException.user(
          "C360-CLU-020", "--restarts and --max-iterations are at least 1.");
    }
    if (!(epsilon >= 0) || Double.isInfinite(epsilon)) {
      throw WorkbenchException.user("C360-CLU-020", "--eps is a distance above 0.");
    }
    if (minPoints < (algorithm == Algorithm.HDBSCAN ? 0 : 1) || minClusterSize < 2) {
      throw WorkbenchException.user(
          "C360-CLU-020", "--min-points is at least 1 and --min-cluster-size at least 2.");
    }
  }
}

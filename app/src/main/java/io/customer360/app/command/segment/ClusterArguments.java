package io.customer360.app.command.segment;

import io.customer360.fault.WorkbenchException;
import io.customer360.studio.cluster.Algorithm;
import io.customer360.studio.cluster.ClusterRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How clusters are found: the algorithm with its parameters, and what is done to the columns
/// first.
final class ClusterArguments {
  @Option(
      names = "--algorithm",
      paramLabel = "A",
      description = "${COMPLETION-CANDIDATES} (default kmeans).")
  private Algorithm algorithm = Algorithm.KMEANS;

  @Option(
      names = "--k",
      paramLabel = "N|auto",
      description = "Clusters, for kmeans, hierarchical and gmm (default auto).")
  private String k = "auto";

  @Option(names = "--seed", paramLabel = "N", description = "Seed (default 7).")
  private long seed = 7;

  @Option(
      names = "--restarts",
      paramLabel = "N",
      description = "Starts to try, for kmeans and gmm (default 10).")
  private int restarts = 10;

  @Option(
      names = "--max-iterations",
      paramLabel = "N",
      description = "For kmeans and gmm (default 300).")
  private int maxIterations = 300;

  @Option(
      names = "--eps",
      paramLabel = "X",
      description = "DBSCAN's radius in prepared units (default: the knee of the distances).")
  private double epsilon;

  @Option(
      names = "--min-points",
      paramLabel = "N",
      description = "Rows that make a row core, itself included (default 5).")
  private @Nullable Integer minPoints;

  @Option(
      names = "--min-cluster-size",
      paramLabel = "N",
      description = "HDBSCAN's smallest cluster (default 5).")
  private int minClusterSize = 5;

  @Option(
      names = "--linkage",
      paramLabel = "L",
      description = "${COMPLETION-CANDIDATES} (default ward).")
  private ClusterRequest.LinkageName linkage = ClusterRequest.LinkageName.WARD;

  @Option(
      names = "--covariance",
      paramLabel = "C",
      description = "Of a mixture: ${COMPLETION-CANDIDATES} (default full).")
  private ClusterRequest.CovarianceName covariance = ClusterRequest.CovarianceName.FULL;

  @Option(
      names = "--stability",
      paramLabel = "RUNS",
      description = "Samples clustered again to judge stability (0: none; default by size).")
  private int stability = -1;

  @Mixin private PreparationArguments preparation = new PreparationArguments();

  /// @throws WorkbenchException `C360-CLU-020` for another --k
  ClusterRequest request() {
    return new ClusterRequest(
        algorithm,
        number(k),
        seed,
        restarts,
        maxIterations,
        epsilon,
        minPoints == null ? (algorithm == Algorithm.HDBSCAN ? 0 : 5) : minPoints,
        minClusterSize,
        linkage,
        covariance,
        stability,
        preparation.options());
  }

  private static int number(String k) {
    if (k.equalsIgnoreCase("auto")) {
      return 0;
    }
    try {
      int number = Integer.parseInt(k);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, in the same words as for 0.
    }
    throw WorkbenchException.user(
        "C360-CLU-020", "--k is auto or a number of clusters from 1 on, not " + k + ".");
  }
}

package io.customer360.studio.cluster;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.mixture.Mixture;
import io.customer360.studio.cluster.mixture.MixtureOptions;
import io.customer360.studio.cluster.mixture.MixtureResult;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A Gaussian mixture as a method.
record MixtureMethod(ClusterRequest request, Workers workers) implements ClusterMethod {
  /// Beyond, a full covariance has more entries than most data can tell.
  private static final int WIDEST_FULL = 100;

  @Override
  public Partition fit(
      double[][] columns, int rows, int k, long seed, boolean effort, Progress progress) {
    boolean full = request.covariance() == ClusterRequest.CovarianceName.FULL;
    if (full && columns.length > WIDEST_FULL) {
      throw WorkbenchException.user(
          "C360-CLU-023",
          "A mixture with full covariances takes up to "
              + WIDEST_FULL
              + " columns and got "
              + columns.length
              + "; use --covariance diag, or fewer components with --pca 20.");
    }
    MixtureOptions usual = MixtureOptions.of(k, full, seed);
    MixtureOptions options =
        new MixtureOptions(
            k,
            full,
            Math.min(request.maxIterations(), effort ? 300 : 100),
            usual.tolerance(),
            usual.ridge(),
            seed);
    MixtureResult found =
        Mixture.fit(columns, rows, options, effort ? request.restarts() : 2, workers, progress);
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("covariance", request.covariance().name().toLowerCase(Locale.ROOT));
    details.put("iterations", found.iterations());
    details.put("converged", found.converged());
    details.put("log_likelihood", found.logLikelihood());
    details.put("bic", found.bic());
    return Partition.of(columns, found.labels(), k, found.membership(), details, found);
  }
}

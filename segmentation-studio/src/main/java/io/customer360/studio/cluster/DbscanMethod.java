package io.customer360.studio.cluster;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.density.Dbscan;
import io.customer360.studio.cluster.density.DbscanResult;
import io.customer360.studio.cluster.kernel.Workers;
import java.util.LinkedHashMap;
import java.util.Map;

/// DBSCAN as a method. A radius that was suggested once is kept when drawn rows are clustered
/// again.
final class DbscanMethod implements ClusterMethod {
  private final ClusterRequest request;
  private final Workers workers;
  private double epsilon;

  DbscanMethod(ClusterRequest request, Workers workers) {
    this.request = request;
    this.workers = workers;
    epsilon = request.epsilon();
  }

  @Override
  public Partition fit(
      double[][] columns, int rows, int k, long seed, boolean effort, Progress progress) {
    DbscanResult found =
        Dbscan.fit(columns, rows, epsilon, request.minPoints(), seed, workers, progress);
    epsilon = found.epsilon();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("eps", found.epsilon());
    details.put("eps_suggested", found.suggested());
    details.put("min_points", request.minPoints());
    int core = 0;
    for (boolean one : found.core()) {
      core += one ? 1 : 0;
    }
    details.put("core_rows", core);
    return Partition.of(columns, found.labels(), found.clusters(), null, details, found);
  }
}

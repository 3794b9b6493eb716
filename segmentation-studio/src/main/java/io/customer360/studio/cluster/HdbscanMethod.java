package io.customer360.studio.cluster;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.density.Hdbscan;
import io.customer360.studio.cluster.density.HdbscanResult;
import io.customer360.studio.cluster.kernel.Workers;
import java.util.LinkedHashMap;
import java.util.Map;

/// HDBSCAN as a method.
record HdbscanMethod(ClusterRequest request, Workers workers) implements ClusterMethod {
  @Override
  public Partition fit(
      double[][] columns, int rows, int k, long seed, boolean effort, Progress progress) {
    HdbscanResult found =
        Hdbscan.fit(
            columns, rows, request.minClusterSize(), request.minPoints(), workers, progress);
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("min_cluster_size", request.minClusterSize());
    details.put(
        "min_points", request.minPoints() == 0 ? request.minClusterSize() : request.minPoints());
    return Partition.of(
        columns, found.labels(), found.clusters(), found.membership(), details, found);
  }
}

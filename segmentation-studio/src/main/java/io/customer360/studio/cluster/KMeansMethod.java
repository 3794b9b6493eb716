package io.customer360.studio.cluster;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.kmeans.KMeans;
import io.customer360.studio.cluster.kmeans.KMeansOptions;
import io.customer360.studio.cluster.kmeans.KMeansResult;
import java.util.LinkedHashMap;
import java.util.Map;

/// k-means as a method.
record KMeansMethod(ClusterRequest request, Workers workers) implements ClusterMethod {
  @Override
  public Partition fit(
      double[][] columns, int rows, int k, long seed, boolean effort, Progress progress) {
    KMeansOptions usual = KMeansOptions.of(k, seed);
    KMeansOptions options =
        new KMeansOptions(
            k,
            effort ? request.restarts() : Math.min(3, request.restarts()),
            request.maxIterations(),
            usual.tolerance(),
            usual.sampleRows(),
            seed);
    KMeansResult found = new KMeans(workers).fit(columns, rows, options, progress);
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("restarts", found.restarts());
    details.put("restarts_on_rows", found.sampledRows());
    details.put("iterations", found.iterations());
    details.put("converged", found.converged());
    details.put("tolerance", options.tolerance());
    details.put("empty_clusters_reseeded", found.reseeded());
    return Partition.of(columns, found.labels(), k, null, details, found);
  }
}

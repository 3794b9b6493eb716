package io.customer360.studio.cluster;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.linkage.Hierarchical;
import io.customer360.studio.cluster.linkage.HierarchicalResult;
import io.customer360.studio.cluster.linkage.Linkage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Hierarchical clustering as a method.
record HierarchicalMethod(ClusterRequest request, Workers workers) implements ClusterMethod {
  @Override
  public Partition fit(
      double[][] columns, int rows, int k, long seed, boolean effort, Progress progress) {
    HierarchicalResult found =
        Hierarchical.fit(
            columns, rows, k, Linkage.valueOf(request.linkage().name()), seed, workers, progress);
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("linkage", request.linkage().name().toLowerCase(Locale.ROOT));
    details.put("exact", found.exact());
    if (!found.exact()) {
      details.put("micro_clusters", found.tree().leaves());
    }
    return Partition.of(columns, found.labels(), k, null, details, found);
  }
}

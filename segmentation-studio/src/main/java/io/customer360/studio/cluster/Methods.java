package io.customer360.studio.cluster;

import io.customer360.studio.cluster.kernel.Workers;

/// The method of a request.
final class Methods {
  private Methods() {}

  static ClusterMethod of(ClusterRequest request, Workers workers) {
    return switch (request.algorithm()) {
      case KMEANS -> new KMeansMethod(request, workers);
      case DBSCAN -> new DbscanMethod(request, workers);
      case HDBSCAN -> new HdbscanMethod(request, workers);
      case HIERARCHICAL -> new HierarchicalMethod(request, workers);
      case GMM -> new MixtureMethod(request, workers);
    };
  }
}

package io.customer360.studio.cluster;

/// How stability is measured: enough to tell, without taking longer than the clustering itself.
record StabilityPlan(int runs, int rows, boolean withReplacement) {
  static StabilityPlan of(ClusterRequest request, int rows) {
    int asked = request.stabilityRuns();
    if (request.algorithm().byDensity()) {
      // Fewer rows are a thinner crowd: only subsets nearly as large as the whole are comparable.
      int usual = rows <= 20_000 ? 10 : 0;
      int size = Math.max(1, rows * 4 / 5);
      return new StabilityPlan(asked < 0 ? usual : asked, size, false);
    }
    int size = Math.min(rows, request.algorithm() == Algorithm.HIERARCHICAL ? 1_500 : 5_000);
    return new StabilityPlan(asked < 0 ? 20 : asked, size, true);
  }
}

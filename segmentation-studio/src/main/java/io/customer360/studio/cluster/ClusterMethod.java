package io.customer360.studio.cluster;

import io.customer360.job.Progress;

/// A method with its options, ready to be run on any rows.
interface ClusterMethod {
  /// @param k how many clusters; ignored by methods that find it
  /// @param effort whether to try as hard as asked; not when run many times to judge
  Partition fit(double[][] columns, int rows, int k, long seed, boolean effort, Progress progress);
}

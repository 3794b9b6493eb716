package io.customer360.studio.cluster.quality;

/// Rows sorted by cluster: where each cluster starts in an order of row numbers. Rows of no cluster
/// (label below 0) are left out.
///
/// @param order row numbers, cluster after cluster, ascending within one
/// @param starts `k + 1` places in `order`
record Groups(int[] order, int[] starts) {
  static Groups of(int[] labels, int k) {
    int[] starts = new int[k + 1];
    for (int label : labels) {
      if (label >= 0) {
        starts[label + 1]++;
      }
    }
    for (int q = 0; q < k; q++) {
      starts[q + 1] += starts[q];
    }
    int[] next = starts.clone();
    int[] order = new int[starts[k]];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 0) {
        order[next[labels[i]]++] = i;
      }
    }
    return new Groups(order, starts);
  }

  int size(int cluster) {
    return starts[cluster + 1] - starts[cluster];
  }

  int clusters() {
    return starts.length - 1;
  }
}

package io.customer360.studio.cluster.density;

import java.util.Arrays;

/// Union-find with path halving and union by size. For one thread at a time.
final class DisjointSets {
  private final int[] parent;
  private final int[] size;

  DisjointSets(int count) {
    parent = new int[count];
    Arrays.setAll(parent, i -> i);
    size = new int[count];
    Arrays.fill(size, 1);
  }

  int find(int element) {
    int at = element;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /// Answers whether they were apart.
  boolean union(int a, int b) {
    int x = find(a);
    int y = find(b);
    if (x == y) {
      return false;
    }
    if (size[x] < size[y]) {
      int swap = x;
      x = y;
      y = swap;
    }
    parent[y] = x;
    size[x] += size[y];
    return true;
  }
}

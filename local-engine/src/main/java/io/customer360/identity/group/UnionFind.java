package io.customer360.identity.group;

/// Disjoint sets over `0..n-1` in one int array. The representative of a set is its smallest
/// member, so the result does not depend on the order of the unions.
public final class UnionFind {
  private final int[] parent;

  public UnionFind(int n) {
    parent = new int[n];
    for (int i = 0; i < n; i++) {
      parent[i] = i;
    }
  }

  public int find(int member) {
    int i = member;
    while (parent[i] != i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  }

  /// Joins two sets; false when they were one already.
  public boolean union(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    if (rootA == rootB) {
      return false;
    }
    // decision: smallest root wins instead of union by rank; path halving alone keeps the trees
    // shallow (O(log n) amortised), and the roots come out deterministic.
    if (rootA < rootB) {
      parent[rootB] = rootA;
    } else {
      parent[rootA] = rootB;
    }
    return true;
  }
}

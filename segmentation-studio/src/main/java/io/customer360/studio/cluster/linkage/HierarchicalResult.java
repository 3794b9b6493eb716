package io.customer360.studio.cluster.linkage;

/// What hierarchical clustering found.
///
/// @param tree over the rows, or over micro-clusters
/// @param labels of the rows, the tree cut into `k`
/// @param microOfRow the leaf each row is in; empty when leaves are rows
public record HierarchicalResult(LinkageTree tree, int[] labels, int[] microOfRow) {
  /// Whether every row is a leaf.
  public boolean exact() {
    return microOfRow.length == 0;
  }
}

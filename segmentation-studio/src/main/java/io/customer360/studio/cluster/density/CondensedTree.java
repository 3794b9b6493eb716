package io.customer360.studio.cluster.density;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// The merge tree read from the top, with splits that leave fewer than `least` rows on a side taken
/// as rows falling out of a cluster that lives on (Campello, Moulavi and Sander 2013). Density is
/// `1 / height`. Cluster 0 is everything.
final class CondensedTree {
  private final int least;
  private final MergeTree merges;
  private final double densest;

  /// Cluster a row fell out of last, and the density at which it did.
  final int[] clusterOfRow;

  final double[] densityOfRow;

  /// Parent, density at birth, rows at birth of each cluster; parents come before children.
  int[] parent = new int[16];

  double[] birth = new double[16];
  int[] size = new int[16];
  int clusters;

  CondensedTree(MergeTree merges, int least) {
    this.merges = merges;
    this.least = least;
    int rows = merges.rows();
    clusterOfRow = new int[rows];
    densityOfRow = new double[rows];
    // Equal rows merge at height 0: they are given the density of half the least other height, as
    // infinity could not be added up.
    double shortest = Double.POSITIVE_INFINITY;
    for (double height : merges.height()) {
      if (height > 0) {
        shortest = Math.min(shortest, height);
      }
    }
    densest = shortest < Double.POSITIVE_INFINITY ? 2 / shortest : 1;
    parent[0] = -1;
    size[0] = rows;
    clusters = 1;
    condense();
  }

  private void condense() {
    int rows = merges.rows();
    int[] clusterOfNode = new int[2 * rows - 1];
    Arrays.fill(clusterOfNode, -1);
    clusterOfNode[2 * rows - 2] = 0;
    // A merge comes after the merges below it, so going down the numbers goes down the tree.
    for (int node = 2 * rows - 2; node >= rows; node--) {
      int cluster = clusterOfNode[node];
      if (cluster < 0) {
        continue;
      }
      int left = merges.left()[node - rows];
      int right = merges.right()[node - rows];
      double density = density(merges.height()[node - rows]);
      boolean keepsLeft = merges.count(left) >= least;
      boolean keepsRight = merges.count(right) >= least;
      if (keepsLeft && keepsRight) {
        clusterOfNode[left] = born(cluster, density, merges.count(left));
        clusterOfNode[right] = born(cluster, density, merges.count(right));
        continue;
      }
      if (keepsLeft) {
        clusterOfNode[left] = cluster;
      } else {
        fallOut(left, cluster, density);
      }
      if (keepsRight) {
        clusterOfNode[right] = cluster;
      } else {
        fallOut(right, cluster, density);
      }
    }
  }

  private double density(double height) {
    return height > 0 ? 1 / height : densest;
  }

  private int born(int from, double density, int rows) {
    if (clusters == parent.length) {
      parent = Arrays.copyOf(parent, clusters * 2);
      birth = Arrays.copyOf(birth, clusters * 2);
      size = Arrays.copyOf(size, clusters * 2);
    }
    parent[clusters] = from;
    birth[clusters] = density;
    size[clusters] = rows;
    return clusters++;
  }

  private void fallOut(int top, int cluster, double density) {
    Deque<Integer> open = new ArrayDeque<>();
    open.push(top);
    while (!open.isEmpty()) {
      int node = open.pop();
      if (node < merges.rows()) {
        clusterOfRow[node] = cluster;
        densityOfRow[node] = density;
      } else {
        open.push(merges.left()[node - merges.rows()]);
        open.push(merges.right()[node - merges.rows()]);
      }
    }
  }

  /// Excess of mass of each cluster: over its rows and child clusters, how far the density goes on
  /// rising after its birth.
  double[] stability() {
    double[] stability = new double[clusters];
    for (int row = 0; row < clusterOfRow.length; row++) {
      int cluster = clusterOfRow[row];
      stability[cluster] += densityOfRow[row] - birth[cluster];
    }
    for (int c = 1; c < clusters; c++) {
      stability[parent[c]] += (birth[c] - birth[parent[c]]) * size[c];
    }
    return stability;
  }

  /// The clusters that together have the greatest excess of mass, none within another; the whole is
  /// never one.
  boolean[] select() {
    double[] stability = stability();
    double[] below = new double[clusters];
    boolean[] chosen = new boolean[clusters];
    for (int c = clusters - 1; c > 0; c--) {
      if (below[c] > stability[c]) {
        stability[c] = below[c];
      } else {
        chosen[c] = true;
      }
      below[parent[c]] += stability[c];
    }
    // Within a chosen cluster nothing else is chosen; parents come first.
    boolean[] covered = new boolean[clusters];
    for (int c = 1; c < clusters; c++) {
      covered[c] = covered[parent[c]] || chosen[parent[c]];
      if (covered[c]) {
        chosen[c] = false;
      }
    }
    return chosen;
  }
}

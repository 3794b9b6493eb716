package io.customer360.studio.cluster.linkage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// A tree of merges in ascending height, as SciPy's linkage matrix. Leaf i is node i, merge m makes
/// node `leaves + m`.
///
/// @param weights rows in each leaf: 1, or more when leaves are micro-clusters
/// @param left lower-numbered node of each merge
/// @param right higher-numbered node of each merge
/// @param height ascending
public record LinkageTree(int leaves, double[] weights, int[] left, int[] right, double[] height) {

  /// From merges of any two leaves of the clusters that meet, in any order.
  ///
  /// @param a a leaf on one side of each merge
  /// @param b a leaf on the other side
  static LinkageTree of(double[] weights, int[] a, int[] b, double[] heights) {
    int leaves = weights.length;
    Integer[] order = IntStream.range(0, leaves - 1).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(m -> heights[m]));
    int[] parent = new int[2 * leaves - 1];
    Arrays.setAll(parent, i -> i);
    int[] left = new int[leaves - 1];
    int[] right = new int[leaves - 1];
    double[] sorted = new double[leaves - 1];
    for (int m = 0; m < leaves - 1; m++) {
      int x = top(parent, a[order[m]]);
      int y = top(parent, b[order[m]]);
      left[m] = Math.min(x, y);
      right[m] = Math.max(x, y);
      sorted[m] = heights[order[m]];
      parent[x] = leaves + m;
      parent[y] = leaves + m;
    }
    return new LinkageTree(leaves, weights, left, right, sorted);
  }

  private static int top(int[] parent, int node) {
    int at = node;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /// The cluster of each leaf when the tree is cut into `k`, numbered by first leaf.
  public int[] cut(int k) {
    int[] parent = new int[2 * leaves - 1];
    Arrays.setAll(parent, i -> i);
    for (int m = 0; m < leaves - k; m++) {
      parent[left[m]] = leaves + m;
      parent[right[m]] = leaves + m;
    }
    int[] number = new int[2 * leaves - 1];
    Arrays.fill(number, -1);
    int[] labels = new int[leaves];
    int clusters = 0;
    for (int leaf = 0; leaf < leaves; leaf++) {
      int root = top(parent, leaf);
      if (number[root] < 0) {
        number[root] = clusters++;
      }
      labels[leaf] = number[root];
    }
    return labels;
  }

  /// A node near the top of the tree.
  ///
  /// @param node its number
  /// @param left its left child among the nodes told, or -1 where the drawing ends
  /// @param right its right child, or -1
  /// @param height of the merge, 0 for a leaf
  /// @param rows below it
  public record Node(int node, int left, int right, double height, double rows) {}

  /// The top of the tree for a drawing: the last `merges` merges and what hangs from them, the root
  /// first.
  public Node[] top(int merges) {
    int shown = Math.min(merges, leaves - 1);
    double[] rows = rows();
    int firstShown = 2 * leaves - 1 - shown;
    Node[] out = new Node[2 * shown + 1];
    int count = 0;
    for (int node = 2 * leaves - 2; node >= 0 && count < out.length; node--) {
      boolean merge = node >= leaves;
      if (node >= firstShown) {
        out[count++] =
            new Node(
                node, left[node - leaves], right[node - leaves], height[node - leaves], rows[node]);
      } else if (hangs(node, firstShown)) {
        out[count++] = new Node(node, -1, -1, merge ? height[node - leaves] : 0, rows[node]);
      }
    }
    return Arrays.copyOf(out, count);
  }

  private boolean hangs(int node, int firstShown) {
    for (int m = firstShown - leaves; m < leaves - 1; m++) {
      if (left[m] == node || right[m] == node) {
        return true;
      }
    }
    return false;
  }

  private double[] rows() {
    double[] rows = Arrays.copyOf(weights, 2 * leaves - 1);
    for (int m = 0; m < leaves - 1; m++) {
      rows[leaves + m] = rows[left[m]] + rows[right[m]];
    }
    return rows;
  }
}

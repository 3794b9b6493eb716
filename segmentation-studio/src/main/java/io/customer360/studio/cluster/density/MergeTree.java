package io.customer360.studio.cluster.density;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The merges a spanning tree stands for, shortest edge first. Row r is node r; merge m makes node
/// `rows + m`.
///
/// @param left a node
/// @param right a node
/// @param height length of the edge that joins them
/// @param size rows below the merge
record MergeTree(int rows, int[] left, int[] right, double[] height, int[] size) {
  static MergeTree of(SpanningTree tree, int rows) {
    Integer[] order = IntStream.range(0, rows - 1).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(e -> tree.length[e]));
    DisjointSets sets = new DisjointSets(rows);
    int[] nodeOf = new int[rows];
    Arrays.setAll(nodeOf, i -> i);
    int[] left = new int[rows - 1];
    int[] right = new int[rows - 1];
    double[] height = new double[rows - 1];
    int[] size = new int[rows - 1];
    for (int m = 0; m < rows - 1; m++) {
      int edge = order[m];
      int a = sets.find(tree.from[edge]);
      int b = sets.find(tree.to[edge]);
      left[m] = nodeOf[a];
      right[m] = nodeOf[b];
      height[m] = tree.length[edge];
      size[m] = count(left[m], rows, size) + count(right[m], rows, size);
      sets.union(a, b);
      nodeOf[sets.find(a)] = rows + m;
    }
    return new MergeTree(rows, left, right, height, size);
  }

  private static int count(int node, int rows, int[] size) {
    return node < rows ? 1 : size[node - rows];
  }

  int count(int node) {
    return count(node, rows, size);
  }
}

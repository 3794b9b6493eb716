package io.customer360.studio.cluster.reading;

import io.customer360.studio.cluster.linkage.LinkageTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// The top of a tree of merges as it is drawn: ends side by side, merges above them at their
/// height.
///
/// @param branches the root first, children behind their parents
/// @param ends how many ends there are; places run from 0 to `ends - 1`
/// @param cut the height at which the tree was cut into clusters, `NaN` when each end is a cluster
/// @param overClusters whether the ends are the clusters of another method, merged by Ward's
///     linkage
///     of their means
public record Dendrogram(List<Branch> branches, int ends, double cut, boolean overClusters) {
  public Dendrogram {
    branches = List.copyOf(branches);
  }

  /// An end or a merge.
  ///
  /// @param place of an end its number from the left, of a merge the middle of its children
  /// @param height of the merge; of an end with merges below that are not drawn the highest of them
  /// @param left index of the left child, -1 for an end
  /// @param right index of the right child, -1 for an end
  /// @param rows below
  /// @param cluster all rows below are in, -1 above the cut
  public record Branch(double place, double height, int left, int right, double rows, int cluster) {
    public boolean end() {
      return left < 0;
    }
  }

  /// @param labelOfLeaf the cluster a leaf is in
  /// @param k how many clusters the tree was cut into
  /// @param merges how many merges to draw at most
  public static Dendrogram of(
      LinkageTree tree, IntUnaryOperator labelOfLeaf, int k, int merges, boolean overClusters) {
    int leaves = tree.leaves();
    LinkageTree.Node[] top = tree.top(merges);
    Map<Integer, Integer> index = new HashMap<>();
    for (int i = 0; i < top.length; i++) {
      index.put(top[i].node(), i);
    }
    double[] place = new double[top.length];
    int[] ends = new int[1];
    place(top, index, 0, place, ends);
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < top.length; i++) {
      LinkageTree.Node node = top[i];
      boolean end = node.left() < 0;
      boolean below = node.node() < 2 * leaves - k;
      branches.add(
          new Branch(
              place[i],
              node.height(),
              end ? -1 : at(index, node.left()),
              end ? -1 : at(index, node.right()),
              node.rows(),
              below ? labelOfLeaf.applyAsInt(someLeaf(tree, node.node())) : -1));
    }
    double cut = Double.NaN;
    if (k < leaves && k > 1) {
      cut = (tree.height()[leaves - k - 1] + tree.height()[leaves - k]) / 2;
    }
    return new Dendrogram(branches, ends[0], cut, overClusters);
  }

  private static int at(Map<Integer, Integer> index, int node) {
    Integer found = index.get(node);
    if (found == null) {
      throw new IllegalStateException("node " + node + " is not among the top");
    }
    return found;
  }

  private static void place(
      LinkageTree.Node[] top, Map<Integer, Integer> index, int at, double[] place, int[] ends) {
    LinkageTree.Node node = top[at];
    if (node.left() < 0) {
      place[at] = ends[0]++;
      return;
    }
    int left = at(index, node.left());
    int right = at(index, node.right());
    place(top, index, left, place, ends);
    place(top, index, right, place, ends);
    place[at] = (place[left] + place[right]) / 2;
  }

  private static int someLeaf(LinkageTree tree, int node) {
    int at = node;
    while (at >= tree.leaves()) {
      at = tree.left()[at - tree.leaves()];
    }
    return at;
  }

  /// The greatest height of any merge, 0 for a single end.
  public double height() {
    return branches.getFirst().height();
  }
}

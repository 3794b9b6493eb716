package io.customer360.studio.cluster.density;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.Workers;
import java.util.Arrays;

/// Exact distances to the k-th nearest row, the row itself counted as the first.
final class NearestNeighbours {
  private NearestNeighbours() {}

  /// For each place of the tree the distance to its k-th nearest row.
  ///
  /// @param k 1 to the number of rows
  static double[] kthDistances(KdTree tree, int k, Workers workers, Progress progress) {
    double[] out = new double[tree.rows()];
    int pieces = (tree.rows() + 255) / 256;
    workers.forEach(
        pieces,
        piece -> {
          progress.checkCancelled();
          Search search = new Search(tree, k);
          int end = Math.min(tree.rows(), (piece + 1) * 256);
          for (int place = piece * 256; place < end; place++) {
            out[place] = Math.sqrt(search.kth(place));
          }
        });
    return out;
  }

  /// One thread's search.
  private static final class Search {
    private final KdTree tree;
    private final int k;

    /// The least squared distances so far, ascending. Insertion beats a heap for the few kept.
    private final double[] kept;

    Search(KdTree tree, int k) {
      this.tree = tree;
      this.k = k;
      kept = new double[k];
    }

    double kth(int place) {
      Arrays.fill(kept, Double.POSITIVE_INFINITY);
      visit(0, place, 0);
      return kept[k - 1];
    }

    private void visit(int node, int place, double least) {
      if (least > kept[k - 1]) {
        return;
      }
      if (tree.isLeaf(node)) {
        for (int other = tree.start(node); other < tree.end(node); other++) {
          double squared = tree.squared(place, other);
          if (squared < kept[k - 1]) {
            insert(squared);
          }
        }
        return;
      }
      int left = 2 * node + 1;
      double leastLeft = tree.least(left, place);
      double leastRight = tree.least(left + 1, place);
      if (leastLeft <= leastRight) {
        visit(left, place, leastLeft);
        visit(left + 1, place, leastRight);
      } else {
        visit(left + 1, place, leastRight);
        visit(left, place, leastLeft);
      }
    }

    private void insert(double squared) {
      int at = k - 1;
      while (at > 0 && kept[at - 1] > squared) {
        kept[at] = kept[at - 1];
        at--;
      }
      kept[at] = squared;
    }
  }
}

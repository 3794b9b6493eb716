package io.customer360.studio.cluster.density;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;

/// DBSCAN (Ester, Kriegel, Sander and Xu 1996), exact: a row with `minPoints` rows within
/// `epsilon`, itself included, is a core row; core rows within `epsilon` of each other are one
/// cluster; another row within `epsilon` of a core row belongs to the first such cluster, in the
/// order of the clusters' first core rows (as scikit-learn numbers them); the rest is noise.
///
/// Core rows are connected by walking the tree against itself: two nodes too far apart, or known to
/// be one cluster already, are left alone as wholes, so that dense data costs less, not more.
public final class Dbscan {
  private static final int LEAF = 16;
  private static final int NO_CORE = -2;
  private static final int MIXED = -1;
  private static final int SAMPLE = 2_000;

  private final KdTree tree;
  private final double squaredEpsilon;
  private final int minPoints;
  private final Workers workers;
  private final Progress progress;
  private final boolean[] core;
  private final DisjointSets sets;

  /// A place whose cluster all core rows of the node are in, or MIXED, or NO_CORE.
  private final int[] whole;

  private Dbscan(KdTree tree, double epsilon, int minPoints, Workers workers, Progress progress) {
    this.tree = tree;
    squaredEpsilon = epsilon * epsilon;
    this.minPoints = minPoints;
    this.workers = workers;
    this.progress = progress;
    core = new boolean[tree.rows()];
    sets = new DisjointSets(tree.rows());
    whole = new int[tree.nodes()];
    Arrays.fill(whole, MIXED);
  }

  /// @param epsilon in the columns' unit; 0 to take the knee of the sorted k-distances
  /// @param minPoints at least 1
  public static DbscanResult fit(
      double[][] columns,
      int rows,
      double epsilon,
      int minPoints,
      long seed,
      Workers workers,
      Progress progress) {
    KdTree tree = new KdTree(columns, rows, LEAF);
    double[] distances = new double[0];
    double radius = epsilon;
    if (epsilon == 0) {
      distances = sampledDistances(columns, rows, tree, minPoints, seed, workers, progress);
      radius = Knee.of(distances);
    }
    Dbscan run = new Dbscan(tree, radius, minPoints, workers, progress);
    return run.run(radius, epsilon == 0, distances);
  }

  /// Distances of sampled rows to their `minPoints`-th neighbour among all rows, ascending.
  private static double[] sampledDistances(
      double[][] columns,
      int rows,
      KdTree tree,
      int minPoints,
      long seed,
      Workers workers,
      Progress progress) {
    double[] all =
        NearestNeighbours.kthDistances(tree, Math.min(rows, minPoints), workers, progress);
    double[] some = all;
    if (rows > SAMPLE) {
      some = new SplittableRandom(seed).ints(SAMPLE, 0, rows).mapToDouble(i -> all[i]).toArray();
    }
    Arrays.sort(some);
    return some;
  }

  private DbscanResult run(double epsilon, boolean suggested, double[] distances) {
    int pieces = (tree.rows() + 255) / 256;
    workers.forEach(
        pieces,
        piece -> {
          progress.checkCancelled();
          int end = Math.min(tree.rows(), (piece + 1) * 256);
          for (int place = piece * 256; place < end; place++) {
            core[place] = count(0, place, 0) >= minPoints;
          }
        });
    progress.fraction(0.5);
    markNodes(0);
    connect(0, 0);
    progress.fraction(0.8);
    int[] cluster = new int[tree.rows()];
    int clusters = number(cluster);
    int[] labels = new int[tree.rows()];
    boolean[] coreByRow = new boolean[tree.rows()];
    workers.forEach(
        pieces,
        piece -> {
          progress.checkCancelled();
          int end = Math.min(tree.rows(), (piece + 1) * 256);
          for (int place = piece * 256; place < end; place++) {
            int row = tree.row(place);
            coreByRow[row] = core[place];
            int label = core[place] ? cluster[place] : first(0, place, cluster, clusters);
            labels[row] = label < clusters ? label : -1;
          }
        });
    return new DbscanResult(labels, clusters, coreByRow, epsilon, suggested, distances);
  }

  /// Rows within the radius of a place, counted no further than needed.
  private int count(int node, int place, int before) {
    if (tree.least(node, place) > squaredEpsilon) {
      return before;
    }
    if (tree.greatest(node, place) <= squaredEpsilon) {
      return before + tree.end(node) - tree.start(node);
    }
    int found = before;
    if (tree.isLeaf(node)) {
      for (int other = tree.start(node); other < tree.end(node); other++) {
        found += tree.squared(place, other) <= squaredEpsilon ? 1 : 0;
      }
      return found;
    }
    found = count(2 * node + 1, place, found);
    return found >= minPoints ? found : count(2 * node + 2, place, found);
  }

  /// The lowest cluster with a core row within the radius, or `best`.
  private int first(int node, int place, int[] cluster, int best) {
    int known = whole[node];
    if (known == NO_CORE
        || known >= 0 && cluster[known] >= best
        || tree.least(node, place) > squaredEpsilon) {
      return best;
    }
    int found = best;
    if (tree.isLeaf(node)) {
      for (int other = tree.start(node); other < tree.end(node); other++) {
        if (core[other] && cluster[other] < found && tree.squared(place, other) <= squaredEpsilon) {
          found = cluster[other];
        }
      }
      return found;
    }
    found = first(2 * node + 1, place, cluster, found);
    return first(2 * node + 2, place, cluster, found);
  }

  private void markNodes(int node) {
    if (tree.isLeaf(node)) {
      int cores = 0;
      int last = NO_CORE;
      for (int place = tree.start(node); place < tree.end(node); place++) {
        if (core[place]) {
          cores++;
          last = place;
        }
      }
      whole[node] = cores <= 1 ? last : MIXED;
      return;
    }
    markNodes(2 * node + 1);
    markNodes(2 * node + 2);
    combine(node);
  }

  /// What is known of a node from what is known of its children or rows.
  private void combine(int node) {
    if (whole[node] >= 0) {
      return;
    }
    if (tree.isLeaf(node)) {
      int any = NO_CORE;
      for (int place = tree.start(node); place < tree.end(node); place++) {
        if (core[place]) {
          if (any >= 0 && sets.find(any) != sets.find(place)) {
            whole[node] = MIXED;
            return;
          }
          any = place;
        }
      }
      whole[node] = any;
      return;
    }
    int left = whole[2 * node + 1];
    int right = whole[2 * node + 2];
    if (left == NO_CORE || right == NO_CORE) {
      whole[node] = left == NO_CORE ? right : left;
    } else if (left >= 0 && right >= 0 && sets.find(left) == sets.find(right)) {
      whole[node] = left;
    } else {
      whole[node] = MIXED;
    }
  }

  /// Joins core rows of node a with core rows of node b that are within the radius.
  private void connect(int a, int b) {
    int x = whole[a];
    int y = whole[b];
    if (x == NO_CORE
        || y == NO_CORE
        || x >= 0 && y >= 0 && sets.find(x) == sets.find(y)
        || a != b && tree.leastBetween(a, b) > squaredEpsilon) {
      return;
    }
    if (tree.isLeaf(a) && tree.isLeaf(b)) {
      connectRows(a, b);
    } else if (a == b) {
      if (a < 1 << 10) {
        progress.checkCancelled();
      }
      // Each child first: once it is known to be one cluster, the pair costs little.
      connect(2 * a + 1, 2 * a + 1);
      connect(2 * a + 2, 2 * a + 2);
      connect(2 * a + 1, 2 * a + 2);
    } else {
      // All nodes of a level have nearly equally many rows, so both are split.
      connect(2 * a + 1, 2 * b + 1);
      connect(2 * a + 1, 2 * b + 2);
      connect(2 * a + 2, 2 * b + 1);
      connect(2 * a + 2, 2 * b + 2);
    }
    combine(a);
    if (a != b) {
      combine(b);
    }
  }

  private void connectRows(int a, int b) {
    for (int p = tree.start(a); p < tree.end(a); p++) {
      if (!core[p]) {
        continue;
      }
      for (int q = a == b ? p + 1 : tree.start(b); q < tree.end(b); q++) {
        if (core[q] && tree.squared(p, q) <= squaredEpsilon) {
          sets.union(p, q);
        }
      }
    }
  }

  /// Numbers the clusters by their first core row; answers how many.
  private int number(int[] cluster) {
    int rows = tree.rows();
    int[] placeOf = new int[rows];
    for (int place = 0; place < rows; place++) {
      placeOf[tree.row(place)] = place;
    }
    int[] ofRoot = new int[rows];
    Arrays.fill(ofRoot, -1);
    int clusters = 0;
    for (int row = 0; row < rows; row++) {
      int place = placeOf[row];
      if (core[place]) {
        int root = sets.find(place);
        if (ofRoot[root] < 0) {
          ofRoot[root] = clusters++;
        }
        cluster[place] = ofRoot[root];
      }
    }
    return clusters;
  }
}

package io.customer360.studio.cluster.density;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.Workers;
import java.util.Arrays;

/// HDBSCAN (Campello, Moulavi and Sander 2013; McInnes and Healy 2017), exact: single linkage under
/// mutual reachability, condensed, clusters by excess of mass. Parameters as scikit-learn's.
public final class Hdbscan {
  private static final int LEAF = 16;

  private Hdbscan() {}

  /// @param minClusterSize at least 2
  /// @param minPoints rows, itself included, within a row's core distance; 0 for `minClusterSize`
  public static HdbscanResult fit(
      double[][] columns,
      int rows,
      int minClusterSize,
      int minPoints,
      Workers workers,
      Progress progress) {
    int neighbours = Math.min(rows, minPoints == 0 ? minClusterSize : minPoints);
    KdTree tree = new KdTree(columns, rows, LEAF);
    double[] core = NearestNeighbours.kthDistances(tree, neighbours, workers, progress);
    progress.fraction(0.2);
    SpanningTree spanning = new SpanningTree(tree, core, workers, progress.part(0.2, 0.9));
    MergeTree merges = MergeTree.of(spanning, rows);
    CondensedTree condensed = new CondensedTree(merges, minClusterSize);
    return label(condensed, rows);
  }

  private static HdbscanResult label(CondensedTree tree, int rows) {
    boolean[] chosen = tree.select();
    double[] stability = tree.stability();
    int[] number = new int[tree.clusters];
    int clusters = 0;
    // The chosen cluster a cluster lies in, or -1; parents come first.
    int[] within = new int[tree.clusters];
    within[0] = -1;
    double[] persistence = new double[tree.clusters];
    for (int c = 1; c < tree.clusters; c++) {
      if (chosen[c]) {
        number[c] = clusters;
        persistence[clusters++] = stability[c];
        within[c] = c;
      } else {
        within[c] = within[tree.parent[c]];
      }
    }
    double[] death = new double[tree.clusters];
    for (int row = 0; row < rows; row++) {
      int c = tree.clusterOfRow[row];
      death[c] = Math.max(death[c], tree.densityOfRow[row]);
    }
    for (int c = 1; c < tree.clusters; c++) {
      death[tree.parent[c]] = Math.max(death[tree.parent[c]], tree.birth[c]);
    }
    int[] labels = new int[rows];
    double[] membership = new double[rows];
    for (int row = 0; row < rows; row++) {
      int c = within[tree.clusterOfRow[row]];
      labels[row] = c < 0 ? -1 : number[c];
      if (c >= 0) {
        membership[row] = death[c] > 0 ? Math.min(1, tree.densityOfRow[row] / death[c]) : 1;
      }
    }
    return new HdbscanResult(labels, clusters, membership, Arrays.copyOf(persistence, clusters));
  }
}

package io.customer360.studio.cluster.linkage;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.DistanceKernel;
import io.customer360.studio.cluster.kernel.Kernels;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.kmeans.KMeans;
import io.customer360.studio.cluster.kmeans.KMeansOptions;
import io.customer360.studio.cluster.kmeans.KMeansResult;
import java.util.Arrays;

/// Hierarchical clustering: exactly up to [#EXACT_ROWS] rows; beyond in two steps, k-means to
/// micro-clusters and then the tree over their centres, each weighing as many rows as it has.
/// Ward's linkage of micro-clusters is that of their rows, once these are given; the other linkages
/// take centres for rows.
public final class Hierarchical {
  /// Rows up to which every row is a leaf.
  public static final int EXACT_ROWS = 20_000;

  private static final int MICRO = 2_000;

  private Hierarchical() {}

  /// @param k clusters to cut the tree into, 1 to the number of rows
  public static HierarchicalResult fit(
      double[][] columns,
      int rows,
      int k,
      Linkage linkage,
      long seed,
      Workers workers,
      Progress progress) {
    DistanceKernel kernel = Kernels.best();
    if (rows <= EXACT_ROWS) {
      double[] ones = new double[rows];
      Arrays.fill(ones, 1);
      LinkageTree tree = tree(columns, ones, linkage, workers, kernel, progress);
      return new HierarchicalResult(tree, tree.cut(k), new int[0]);
    }
    int micro = Math.max(rows > 200_000 ? MICRO / 2 : MICRO, Math.min(rows, 4 * k));
    KMeansOptions options = new KMeansOptions(micro, 1, 10, 1e-3, 40_000, seed);
    KMeansResult first = new KMeans(workers).fit(columns, rows, options, progress.part(0, 0.7));
    double[] weights = new double[micro];
    for (int label : first.labels()) {
      weights[label]++;
    }
    // A micro-cluster that lost its last row in the last step is no leaf.
    int[] leaf = new int[micro];
    int leaves = 0;
    for (int q = 0; q < micro; q++) {
      leaf[q] = weights[q] > 0 ? leaves++ : -1;
    }
    double[][] centres = new double[columns.length][leaves];
    double[] leafWeights = new double[leaves];
    for (int q = 0; q < micro; q++) {
      if (leaf[q] >= 0) {
        leafWeights[leaf[q]] = weights[q];
        for (int j = 0; j < columns.length; j++) {
          centres[j][leaf[q]] = first.centres()[q][j];
        }
      }
    }
    LinkageTree tree = tree(centres, leafWeights, linkage, workers, kernel, progress.part(0.7, 1));
    int[] ofLeaf = tree.cut(Math.min(k, leaves));
    int[] labels = new int[rows];
    int[] microOfRow = new int[rows];
    for (int i = 0; i < rows; i++) {
      microOfRow[i] = leaf[first.labels()[i]];
      labels[i] = ofLeaf[microOfRow[i]];
    }
    return new HierarchicalResult(tree, labels, microOfRow);
  }

  /// The tree over points that each stand for some rows: means of clusters.
  ///
  /// @param columns of the points, at least two of them
  /// @param weights how many rows each stands for
  public static LinkageTree tree(
      double[][] columns,
      double[] weights,
      Linkage linkage,
      Workers workers,
      DistanceKernel kernel,
      Progress progress) {
    return switch (linkage) {
      case WARD -> new WardChain(columns, weights, workers, kernel, progress).run(weights);
      case SINGLE -> SinglePrim.run(columns, weights, workers, kernel, progress);
      case AVERAGE, COMPLETE -> PairChain.run(columns, weights, linkage, workers, kernel, progress);
    };
  }
}

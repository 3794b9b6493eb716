package io.customer360.studio.cluster;

import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.Kernels;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.linkage.Hierarchical;
import io.customer360.studio.cluster.linkage.HierarchicalResult;
import io.customer360.studio.cluster.linkage.Linkage;
import io.customer360.studio.cluster.linkage.LinkageTree;
import io.customer360.studio.cluster.quality.Agreement;
import io.customer360.studio.cluster.quality.Silhouette;
import io.customer360.studio.cluster.reading.ClusterMap;
import io.customer360.studio.cluster.reading.ClusterRule;
import io.customer360.studio.cluster.reading.Dendrogram;
import io.customer360.studio.cluster.reading.SilhouettePlot;
import io.customer360.studio.matrix.LoadedMatrix;
import io.customer360.studio.matrix.Prepared;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A clustering with everything a screen draws. The arrays are shared and only to be read.
///
/// @param labels cluster of each prepared row, below 0 for noise
/// @param strength of each prepared row: what `strengthName` says
/// @param strengthName `distance` (to the cluster's mean in prepared units, `NaN` for noise) or
///     `membership` (0 to 1)
/// @param centres mean of each cluster in prepared units
/// @param silhouette values by row for the silhouette plot; null with fewer than two clusters
/// @param rules one a cluster
/// @param model the method's own result: centres, a tree of merges, a mixture
public record ClusterResult(
    ClusterReport report,
    LoadedMatrix loaded,
    Prepared prepared,
    int[] labels,
    double[] strength,
    String strengthName,
    double[][] centres,
    @Nullable Silhouette silhouette,
    List<ClusterRule> rules,
    Object model) {

  /// Rows on a plane, at most `points` of them.
  public ClusterMap map(int points) {
    return ClusterMap.of(prepared.matrix().columns(), labels, points, report.seed());
  }

  /// A sample of rows on a plane by t-SNE. Long: seconds for thousands of rows.
  public ClusterMap neighbourMap(int points, Progress progress) {
    try (Workers workers = Workers.open()) {
      return ClusterMap.ofNeighbours(
          prepared.matrix().columns(),
          labels,
          points,
          report.seed(),
          workers,
          Kernels.best(),
          progress);
    }
  }

  /// The silhouettes as they are drawn; null with fewer than two clusters.
  public @Nullable SilhouettePlot silhouettePlot() {
    return silhouette == null ? null : SilhouettePlot.of(silhouette);
  }

  /// The top of the tree of merges; of other methods than hierarchical the tree of their clusters,
  /// by Ward's linkage of their means. Null with fewer than two clusters.
  public @Nullable Dendrogram dendrogram(int merges) {
    int k = report.k();
    if (k < 2) {
      return null;
    }
    if (model instanceof HierarchicalResult found) {
      int[] labelOfLeaf = new int[found.tree().leaves()];
      for (int i = 0; i < labels.length; i++) {
        labelOfLeaf[found.exact() ? i : found.microOfRow()[i]] = labels[i];
      }
      return Dendrogram.of(found.tree(), leaf -> labelOfLeaf[leaf], k, merges, false);
    }
    double[][] columns = new double[centres[0].length][k];
    double[] weights = new double[k];
    for (int q = 0; q < k; q++) {
      weights[q] = report.sizes().get(q);
      for (int j = 0; j < columns.length; j++) {
        columns[j][q] = centres[q][j];
      }
    }
    try (Workers workers = new Workers(1)) {
      LinkageTree tree =
          Hierarchical.tree(columns, weights, Linkage.WARD, workers, Kernels.best(), Progress.NONE);
      return Dendrogram.of(tree, leaf -> leaf, k, k, true);
    }
  }

  /// How far the clusters agree with known groups.
  ///
  /// @param groups a number for each row that was read
  public ClusterReport.TruthNote compare(String column, int[] groups) {
    int[] own = new int[labels.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = groups[prepared.sourceRow(i)];
    }
    return new ClusterReport.TruthNote(
        column,
        (int) Arrays.stream(groups).distinct().count(),
        Agreement.adjustedRand(own, labels));
  }

  ClusterResult with(ClusterReport other) {
    return new ClusterResult(
        other, loaded, prepared, labels, strength, strengthName, centres, silhouette, rules, model);
  }
}

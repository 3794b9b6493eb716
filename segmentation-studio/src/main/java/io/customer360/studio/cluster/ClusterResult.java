package io.customer360.studio.cluster;

import io.customer360.studio.cluster.quality.Agreement;
import io.customer360.studio.cluster.quality.Silhouette;
import io.customer360.studio.cluster.reading.ClusterMap;
import io.customer360.studio.cluster.reading.ClusterRule;
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

package io.customer360.studio.drift;

import io.customer360.studio.cluster.ClusterReport;
import io.customer360.studio.cluster.ClusterResult;
import io.customer360.studio.cluster.reading.FeatureProfile;
import io.customer360.studio.matrix.ColumnFacts;
import io.customer360.studio.matrix.RowNames;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.VarCharVector;

/// A clustering of customers as it is kept and compared.
///
/// @param titles one a cluster
/// @param facts of the features as they were read
/// @param names of the rows that were read: customer ids
/// @param rows the named row of each clustered one, empty when it is all of them in order
/// @param labels by clustered row, below 0 for no cluster
public record Labelling(
    ClusterReport report,
    List<String> titles,
    List<ColumnFacts> facts,
    RowNames names,
    int[] rows,
    int[] labels) {

  public static Labelling of(ClusterResult result) {
    return of(
        result,
        result.report().clusters().stream().map(ClusterReport.ClusterSummary::name).toList());
  }

  /// With other names of the clusters.
  public static Labelling of(ClusterResult result, List<String> titles) {
    return new Labelling(
        result.report(),
        titles,
        result.loaded().facts(),
        result.loaded().names(),
        result.prepared().rows(),
        result.labels());
  }

  /// Puts the customer of a clustered row at a place of a batch.
  void customer(int row, VarCharVector batch, int place) {
    names.into(batch, place, rows.length == 0 ? row : rows[row]);
  }

  SavedClustering.Figures figures() {
    List<SavedClustering.Feature> features = new ArrayList<>();
    for (String column : report.columns()) {
      ColumnFacts fact =
          facts.stream().filter(one -> one.name().equals(column)).findFirst().orElseThrow();
      features.add(new SavedClustering.Feature(column, fact.mean(), fact.standardDeviation()));
    }
    List<SavedClustering.Group> groups = new ArrayList<>();
    for (ClusterReport.ClusterSummary cluster : report.clusters()) {
      groups.add(
          new SavedClustering.Group(
              titles.get(cluster.cluster()),
              cluster.size(),
              cluster.features().stream().mapToDouble(FeatureProfile::mean).toArray(),
              cluster.rule(),
              cluster.precision(),
              cluster.recall()));
    }
    return new SavedClustering.Figures(
        report.algorithm(),
        report.n(),
        report.k(),
        report.noise(),
        report.inertia(),
        report.silhouette(),
        report.daviesBouldin(),
        report.stability() == null ? null : report.stability().adjustedRand(),
        report.seed(),
        report.kernel(),
        report.dataHash(),
        features,
        groups);
  }
}

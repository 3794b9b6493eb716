package io.customer360.app.bench;

import io.customer360.governance.Person;
import io.customer360.governance.Role;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.LakehouseParts;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.cluster.Algorithm;
import io.customer360.studio.cluster.ClusterReport;
import io.customer360.studio.cluster.ClusterRequest;
import io.customer360.studio.cluster.ClusterResult;
import io.customer360.studio.cluster.Clustering;
import io.customer360.studio.drift.ClusterSettings;
import io.customer360.studio.drift.ClusteringStore;
import io.customer360.studio.drift.Labelling;
import io.customer360.studio.matrix.FeatureSets;
import io.customer360.studio.matrix.LoadedMatrix;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// From the lake and back: a feature set of made customers is read, clustered by k-means, judged,
/// and the cluster of every customer is written. The lake is made for it and taken away after.
final class LakeClusterBench {
  private static final int K = 8;
  private static final List<String> COLUMNS =
      List.of(
          "recency_days",
          "orders_365d",
          "revenue_365d",
          "margin_365d",
          "tenure_days",
          "categories_365d",
          "discount_share",
          "return_share",
          "online_share",
          "email_open_decay",
          "visits_30d",
          "tickets_90d");

  private LakeClusterBench() {}

  /// Medians of each phase, in seconds.
  record Phases(double read, double cluster, double quality, double write, double total) {}

  static Phases run(Path folder, int rows, int runs, Progress progress) throws IOException {
    try (WorkFolder place = WorkFolder.inside(folder, "lake")) {
      Workspace workspace =
          Workspace.create(
              place.path().resolve("bench.c360"),
              WorkspaceSettings.of("bench", "GBP", "Europe/London", "fixed:2026-11-20T09:40:00Z"));
      Lakehouse lake =
          Lakehouse.open(workspace, new LakehouseParts(List.of(), List.of(), List.of()));
      try {
        progress.stage("Make a lake of " + rows + " customers");
        fill(lake, rows);
        return measure(lake, workspace, rows, runs, progress);
      } finally {
        lake.close();
      }
    }
  }

  private static void fill(Lakehouse lake, int rows) {
    StringBuilder features = new StringBuilder();
    for (int j = 0; j < COLUMNS.size(); j++) {
      // The sum of four even numbers is nearly normal; eight kinds of customers lie apart.
      features
          .append(", (hash(i * 12 + ")
          .append(j)
          .append(") % 1000 + hash(i * 31 + ")
          .append(1000 + j)
          .append(") % 1000 + hash(i * 17 + ")
          .append(2000 + j)
          .append(") % 1000) / 100.0 + ((hash(i) % 8) * ")
          .append(7 + j)
          .append(" % 13) * 2.5 as ")
          .append(COLUMNS.get(j));
    }
    lake.write(
        connection -> {
          Rows.run(connection, "create schema if not exists gold");
          Rows.run(
              connection,
              "create or replace table gold.feature as select printf('C-%09d', i) as customer_id"
                  + features
                  + " from range("
                  + rows
                  + ") r(i)");
          return true;
        });
  }

  private static Phases measure(
      Lakehouse lake, Workspace workspace, int rows, int runs, Progress progress) {
    ClusterRequest request = ClusterRequest.of(Algorithm.KMEANS, K, 7);
    ClusterSettings settings = new ClusterSettings("behaviour", List.of(), null, request);
    ClusteringStore store = new ClusteringStore(lake, workspace.clock());
    Person person = new Person("bench", "Bench", Role.ANALYST);
    List<double[]> all = new ArrayList<>();
    for (int i = -1; i < Math.max(1, runs); i++) {
      progress.stage("From the lake and back, " + rows + " customers");
      long start = System.nanoTime();
      LoadedMatrix loaded =
          FeatureSets.read(lake, settings.features(), settings.columns(), Progress.NONE);
      long read = System.nanoTime();
      ClusterResult result = Clustering.run(loaded, request, Progress.NONE);
      long judged = System.nanoTime();
      store.save("bench", "", settings, Labelling.of(result), person, Progress.NONE);
      long end = System.nanoTime();
      ClusterReport.Seconds seconds = result.report().seconds();
      if (i >= 0) {
        all.add(
            new double[] {
              (read - start) / 1e9,
              seconds.prepare() + seconds.cluster(),
              seconds.quality(),
              (end - judged) / 1e9,
              (end - start) / 1e9
            });
      }
    }
    return new Phases(
        median(all, 0), median(all, 1), median(all, 2), median(all, 3), median(all, 4));
  }

  private static double median(List<double[]> all, int phase) {
    return ImportBench.median(all.stream().map(one -> one[phase]).toList());
  }
}

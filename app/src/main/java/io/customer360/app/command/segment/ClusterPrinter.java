package io.customer360.app.command.segment;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.studio.cluster.ClusterReport;
import io.customer360.studio.cluster.ClusterResult;
import io.customer360.studio.cluster.linkage.HierarchicalResult;
import io.customer360.studio.cluster.quality.SuggestedK;
import io.customer360.studio.cluster.reading.ClusterMap;
import io.customer360.studio.cluster.reading.FeatureProfile;
import io.customer360.studio.matrix.PreparationStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A clustering on the terminal.
final class ClusterPrinter {
  private static final int WIDEST_PROFILE = 8;
  private static final int DENDROGRAM = 30;

  private final Output out;

  ClusterPrinter(Output out) {
    this.out = out;
  }

  void document(ClusterReport report, ClusterResult result, boolean details) {
    if (!details) {
      out.document(report);
      return;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("report", report);
    document.put("map", result.map(ClusterMap.POINTS));
    document.put("centres", result.centres());
    if (result.silhouette() != null) {
      document.put("silhouette_plot", result.silhouette());
    }
    if (result.model() instanceof HierarchicalResult tree) {
      document.put("dendrogram", tree.tree().top(DENDROGRAM));
    }
    out.document(document);
  }

  void text(ClusterReport report, ClusterResult result) {
    out.line(
        "%s: %s rows, %d columns, %d clusters by %s%s",
        report.source(),
        Text.whole(report.n()),
        report.d(),
        report.k(),
        report.algorithm(),
        report.noise() > 0 ? ", " + Text.whole(report.noise()) + " rows are noise" : "");
    SuggestedK suggested = report.suggestedK();
    if (suggested != null) {
      out.line("  %s", suggested.reason());
    }
    out.line("");
    List<List<Object>> rows = new ArrayList<>();
    for (ClusterReport.ClusterSummary cluster : report.clusters()) {
      rows.add(
          List.of(
              cluster.cluster(),
              cluster.size(),
              Text.decimal(100 * cluster.share(), 1) + " %",
              cluster.name(),
              cluster.rule().isEmpty() ? "no rule" : cluster.rule(),
              percent(cluster.precision()),
              percent(cluster.recall())));
    }
    out.table(
        List.of("cluster", "rows", "share", "name", "what defines it", "precision", "recall"),
        rows);
    out.line("");
    profiles(report);
    out.line("");
    quality(report);
    for (PreparationStep step : report.preparation()) {
      out.line("%-11s %s", step.step(), step.words());
    }
    if (!report.leftOut().isEmpty()) {
      out.line(
          "left out    %s",
          report.leftOut().stream()
              .map(column -> column.column() + " (" + column.reason() + ")")
              .collect(Collectors.joining(", ")));
    }
    report.warnings().forEach(warning -> out.line("note        %s", warning));
    report.suggestions().forEach(suggestion -> out.line("hint        %s", suggestion));
    ClusterReport.Seconds seconds = report.seconds();
    out.line(
        "time        load %s, prepare %s, cluster %s, quality %s, in all %s; peak %s MB; %s",
        Text.seconds(seconds.load()),
        Text.seconds(seconds.prepare()),
        Text.seconds(seconds.cluster()),
        Text.seconds(seconds.quality()),
        Text.seconds(seconds.total()),
        Text.whole(report.peakMb()),
        report.kernel());
  }

  private void profiles(ClusterReport report) {
    if (report.clusters().isEmpty()) {
      return;
    }
    List<String> header = new ArrayList<>(List.of("mean (deviations)"));
    report.clusters().forEach(cluster -> header.add(Integer.toString(cluster.cluster())));
    List<FeatureProfile> first = report.clusters().getFirst().features();
    List<List<Object>> rows = new ArrayList<>();
    for (int j = 0; j < Math.min(first.size(), WIDEST_PROFILE); j++) {
      List<Object> row = new ArrayList<>(List.of(first.get(j).feature()));
      for (ClusterReport.ClusterSummary cluster : report.clusters()) {
        FeatureProfile feature = cluster.features().get(j);
        row.add(
            Text.of(feature.mean())
                + (feature.deviations() < 0 ? " (" : " (+")
                + Text.decimal(feature.deviations(), 1)
                + ")");
      }
      rows.add(row);
    }
    out.table(header, rows);
    if (first.size() > WIDEST_PROFILE) {
      out.line("and %d features more, with --json", first.size() - WIDEST_PROFILE);
    }
  }

  private void quality(ClusterReport report) {
    out.line(
        "quality     inertia %s, silhouette %s, Davies-Bouldin %s",
        Text.decimal(report.inertia(), 3),
        optional(report.silhouette()),
        optional(report.daviesBouldin()));
    ClusterReport.SilhouetteNote silhouette = report.silhouetteSample();
    if (silhouette != null) {
      out.line("silhouette  %s", silhouette.method());
    }
    ClusterReport.StabilityNote stability = report.stability();
    if (stability != null) {
      out.line(
          "stability   adjusted Rand %s, Jaccard by cluster %s; %s",
          Text.decimal(stability.adjustedRand(), 3),
          stability.jaccard().stream()
              .map(ClusterPrinter::optional)
              .collect(Collectors.joining(" ")),
          stability.method());
    }
    ClusterReport.TruthNote truth = report.truth();
    if (truth != null) {
      out.line(
          "agreement   adjusted Rand %s with the %d groups of %s",
          Text.decimal(truth.adjustedRand(), 3), truth.groups(), truth.column());
    }
    out.line("seed        %d", report.seed());
  }

  private static String optional(@Nullable Double value) {
    return value == null ? "-" : Text.decimal(value, 3);
  }

  private static String percent(double share) {
    return Text.decimal(100 * share, 0) + " %";
  }
}

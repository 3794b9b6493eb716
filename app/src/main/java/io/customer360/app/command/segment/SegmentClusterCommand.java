package io.customer360.app.command.segment;

import io.customer360.app.bench.PeakMemory;
import io.customer360.app.console.TerminalProgress;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.engine.Engine;
import io.customer360.studio.cluster.ClusterReport;
import io.customer360.studio.cluster.ClusterRequest;
import io.customer360.studio.cluster.ClusterResult;
import io.customer360.studio.cluster.Clustering;
import io.customer360.studio.cluster.LabelsFile;
import io.customer360.studio.drift.ClusterSettings;
import io.customer360.studio.drift.Labelling;
import io.customer360.studio.matrix.FeatureSets;
import io.customer360.studio.matrix.KnownGroups;
import io.customer360.studio.matrix.LoadedMatrix;
import io.customer360.studio.matrix.MatrixFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `segment cluster FILE|--features SET`.
@Command(
    name = "cluster",
    description = "Find clusters in a CSV or Parquet file, or in the workspace's features.",
    footer = {
      "",
      "Example:",
      "  workbench segment cluster customers.csv --columns income,spending --k auto",
      "  workbench segment cluster --features rfm --algorithm hdbscan --out labels.csv --json"
    })
final class SegmentClusterCommand extends WorkbenchCommand {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A CSV or Parquet file; no workspace needed.")
  private @Nullable Path file;

  @Option(
      names = "--features",
      paramLabel = "SET",
      description = "Instead of a file: rfm, behaviour, engagement or all, of the workspace.")
  private @Nullable String features;

  @Option(
      names = "--columns",
      paramLabel = "C,...",
      split = ",",
      description = "What to cluster by (default: every numeric column that is no id).")
  private List<String> columns = List.of();

  @Option(
      names = "--id",
      paramLabel = "C",
      description = "The column that names the rows (default: one that looks like it).")
  private @Nullable String id;

  @Mixin private ClusterArguments arguments = new ClusterArguments();

  @Option(
      names = "--truth",
      paramLabel = "C",
      description = "A column of known groups to compare with, by the adjusted Rand index.")
  private @Nullable String truth;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the labels as CSV.")
  private @Nullable Path out;

  @Option(
      names = "--save",
      paramLabel = "NAME",
      description = "Keep a clustering of the workspace's features, to compare with later.")
  private @Nullable String save;

  @Option(names = "--title", paramLabel = "TEXT", description = "Of the clustering that is kept.")
  private String title = "";

  @Option(
      names = "--details",
      description = "In the JSON also the map, the silhouette plot and the dendrogram.")
  private boolean details;

  @Override
  public Integer call() throws Exception {
    Path own = file;
    String set = features;
    if (own == null == (set == null)) {
      System.err.println("workbench: name a file to cluster, or --features SET, one of the two.");
      return 2;
    }
    if (own == null && (id != null || truth != null)) {
      System.err.println("workbench: --id and --truth are for a file.");
      return 2;
    }
    if (own != null && save != null) {
      System.err.println(
          "workbench: --save keeps clusterings of --features; write the labels of a file with"
              + " --out.");
      return 2;
    }
    ClusterRequest request = arguments.request();
    if (own == null) {
      return withEngine(
          (engine, progress) -> {
            progress.stage("Read features");
            long start = System.nanoTime();
            LoadedMatrix loaded =
                FeatureSets.read(engine.lakehouse(), String.valueOf(set), columns, progress);
            return cluster(
                loaded,
                new int[0],
                request,
                start,
                progress,
                result -> keep(engine, String.valueOf(set), request, result, progress));
          });
    }
    try (TerminalProgress progress = new TerminalProgress(System.err)) {
      progress.stage("Read " + own.getFileName());
      long start = System.nanoTime();
      String known = truth;
      int[] groups = known == null ? new int[0] : KnownGroups.read(own, known, progress);
      LoadedMatrix loaded = MatrixFile.read(own, columns, id, known, progress);
      return cluster(loaded, groups, request, start, progress, result -> {});
    }
  }

  private void keep(
      Engine engine,
      String set,
      ClusterRequest request,
      ClusterResult result,
      TerminalProgress progress) {
    String name = save;
    if (name != null) {
      SegmentClusteringsCommand.store(engine)
          .save(
              name,
              title,
              new ClusterSettings(set, columns, null, request),
              Labelling.of(result),
              engine.person(),
              progress);
    }
  }

  private int cluster(
      LoadedMatrix loaded,
      int[] groups,
      ClusterRequest request,
      long start,
      TerminalProgress progress,
      Consumer<ClusterResult> keep) {
    double load = (System.nanoTime() - start) / 1e9;
    ClusterResult result = Clustering.run(loaded, request, progress);
    long writing = System.nanoTime();
    Path labels = out;
    if (labels != null) {
      LabelsFile.write(labels, result);
    }
    keep.accept(result);
    long end = System.nanoTime();
    ClusterReport.Seconds seconds = result.report().seconds();
    ClusterReport report =
        result
            .report()
            .with(
                new ClusterReport.Seconds(
                    load,
                    seconds.prepare(),
                    seconds.cluster(),
                    seconds.quality(),
                    (end - writing) / 1e9,
                    (end - start) / 1e9),
                PeakMemory.megabytes(),
                truth == null ? null : result.compare(truth, groups));
    progress.close();
    ClusterPrinter printer = new ClusterPrinter(output());
    if (output().json()) {
      printer.document(report, result, details);
    } else {
      printer.text(report, result);
      if (labels != null) {
        output().line("labels: %s", labels);
      }
      if (save != null) {
        output().line("kept as %s: workbench segment clusterings refit %s", save, save);
      }
    }
    return 0;
  }
}

package io.customer360.app.command;

import io.customer360.app.bench.PeakMemory;
import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.studio.cluster.Algorithm;
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
import io.customer360.studio.matrix.PreparationOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--algorithm",
      paramLabel = "A",
      description = "${COMPLETION-CANDIDATES} (default kmeans).")
  private Algorithm algorithm = Algorithm.KMEANS;

  @Option(
      names = "--k",
      paramLabel = "N|auto",
      description = "Clusters, for kmeans, hierarchical and gmm (default auto).")
  private String k = "auto";

  @Option(names = "--seed", paramLabel = "N", description = "Seed (default 7).")
  private long seed = 7;

  @Option(
      names = "--restarts",
      paramLabel = "N",
      description = "Starts to try, for kmeans and gmm (default 10).")
  private int restarts = 10;

  @Option(
      names = "--max-iterations",
      paramLabel = "N",
      description = "For kmeans and gmm (default 300).")
  private int maxIterations = 300;

  @Option(
      names = "--eps",
      paramLabel = "X",
      description = "DBSCAN's radius in prepared units (default: the knee of the distances).")
  private double epsilon;

  @Option(
      names = "--min-points",
      paramLabel = "N",
      description = "Rows that make a row core, itself included (default 5).")
  private @Nullable Integer minPoints;

  @Option(
      names = "--min-cluster-size",
      paramLabel = "N",
      description = "HDBSCAN's smallest cluster (default 5).")
  private int minClusterSize = 5;

  @Option(
      names = "--linkage",
      paramLabel = "L",
      description = "${COMPLETION-CANDIDATES} (default ward).")
  private ClusterRequest.LinkageName linkage = ClusterRequest.LinkageName.WARD;

  @Option(
      names = "--covariance",
      paramLabel = "C",
      description = "Of a mixture: ${COMPLETION-CANDIDATES} (default full).")
  private ClusterRequest.CovarianceName covariance = ClusterRequest.CovarianceName.FULL;

  @Option(
      names = "--impute",
      paramLabel = "HOW",
      description = "Gaps, NaN, infinity: median, or drop the row (default median).")
  private PreparationOptions.Impute impute = PreparationOptions.Impute.MEDIAN;

  @Option(
      names = "--winsorise",
      paramLabel = "P",
      description = "Pull in this share of values at each end (default 0, off).")
  private double winsorise;

  @Option(
      names = "--log",
      paramLabel = "C,...",
      split = ",",
      description = "Take the logarithm of these columns (default none).")
  private List<String> logarithms = List.of();

  @Option(
      names = "--scale",
      paramLabel = "HOW",
      description = "standard (deviations from the mean) or none (default standard).")
  private PreparationOptions.Scale scale = PreparationOptions.Scale.STANDARD;

  @Option(
      names = "--pca",
      paramLabel = "N|SHARE",
      description = "Cluster by principal components: how many, or the share of variance.")
  private double components;

  @Option(
      names = "--stability",
      paramLabel = "RUNS",
      description = "Samples clustered again to judge stability (0: none; default by size).")
  private int stability = -1;

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
    ClusterRequest request = request();
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

  private ClusterRequest request() {
    return new ClusterRequest(
        algorithm,
        number(k),
        seed,
        restarts,
        maxIterations,
        epsilon,
        minPoints == null ? (algorithm == Algorithm.HDBSCAN ? 0 : 5) : minPoints,
        minClusterSize,
        linkage,
        covariance,
        stability,
        new PreparationOptions(impute, winsorise, logarithms, scale, components));
  }

  private static int number(String k) {
    if (k.equalsIgnoreCase("auto")) {
      return 0;
    }
    try {
      int number = Integer.parseInt(k);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, in the same words as for 0.
    }
    throw WorkbenchException.user(
        "C360-CLU-020", "--k is auto or a number of clusters from 1 on, not " + k + ".");
  }
}

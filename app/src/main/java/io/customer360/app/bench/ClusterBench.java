package io.customer360.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.customer360.job.Progress;
import io.customer360.studio.cluster.density.Dbscan;
import io.customer360.studio.cluster.density.Hdbscan;
import io.customer360.studio.cluster.kernel.Kernels;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.kmeans.KMeans;
import io.customer360.studio.cluster.kmeans.KMeansOptions;
import io.customer360.studio.cluster.kmeans.KMeansResult;
import io.customer360.studio.cluster.linkage.Hierarchical;
import io.customer360.studio.cluster.linkage.Linkage;
import io.customer360.studio.cluster.mixture.Mixture;
import io.customer360.studio.cluster.mixture.MixtureOptions;
import io.customer360.studio.cluster.mixture.MixtureResult;
import io.customer360.studio.cluster.quality.Agreement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Clustering beside scikit-learn: the same made data, starts and parameters, one after the other
/// in the same run. Without a Python that has scikit-learn the own figures stand alone.
public final class ClusterBench {
  private static final int K = 8;
  private static final int ITERATIONS = 20;
  private static final double EPSILON = 0.9;
  private static final int MIN_POINTS = 5;
  private static final int MIN_CLUSTER = 50;

  private final Path folder;
  private final PythonRival rival;
  private final int runs;
  private final Progress progress;
  private final List<Case> cases = new ArrayList<>();

  private ClusterBench(Path folder, PythonRival rival, int runs, Progress progress) {
    this.folder = folder;
    this.rival = rival;
    this.runs = runs;
    this.progress = progress;
  }

  /// One comparison.
  ///
  /// @param seconds median, warm
  /// @param score inertia or mean log-likelihood; null where there is none
  /// @param rivalSeconds null without the rival
  /// @param times how many times as fast
  /// @param adjustedRand between the two labellings
  public record Case(
      String name,
      int rows,
      int columns,
      double seconds,
      @Nullable Double score,
      @Nullable Double rivalSeconds,
      @Nullable Double rivalScore,
      @Nullable Double times,
      @Nullable Double adjustedRand) {}

  /// @param rival the rival's version, or why there is none
  public record Report(String kernel, int threads, String rival, List<Case> cases) {}

  /// The names of the cases, in the order they run.
  public static final List<String> CASES =
      List.of("kmeans", "dbscan", "hdbscan", "ward", "gmm", "lake");

  /// @param only names of cases to run; none means all
  /// @param most rows a case has at most; smaller than usual for a quick look
  public static Report run(
      Path folder, String python, List<String> only, int most, int runs, Progress progress)
      throws IOException {
    Files.createDirectories(folder);
    PythonRival rival =
        PythonRival.find(python, "scikit-learn", "sklearn", "cluster_sklearn.py", folder);
    ClusterBench bench = new ClusterBench(folder, rival, runs, progress);
    try (Workers workers = Workers.open()) {
      if (wanted(only, "kmeans")) {
        bench.kMeans(Math.min(most, 100_000), workers);
        bench.kMeans(Math.min(most, 1_000_000), workers);
      }
      if (wanted(only, "dbscan")) {
        bench.dbscan(Math.min(most, 100_000), workers);
      }
      if (wanted(only, "hdbscan")) {
        bench.hdbscan(Math.min(most, 100_000), workers);
      }
      for (Linkage linkage : List.of(Linkage.WARD, Linkage.AVERAGE, Linkage.COMPLETE)) {
        if (wanted(only, linkage.name().toLowerCase(Locale.ROOT))) {
          bench.hierarchical(linkage, Math.min(most, 20_000), workers);
        }
      }
      if (wanted(only, "gmm")) {
        bench.mixture(Math.min(most, 100_000), workers);
      }
      if (wanted(only, "lake")) {
        bench.lake(Math.min(most, 100_000));
        bench.lake(Math.min(most, 1_000_000));
      }
      return new Report(
          Kernels.best().name(), workers.threads(), rival.words(), List.copyOf(bench.cases));
    }
  }

  private static boolean wanted(List<String> only, String name) {
    return only.isEmpty() || only.contains(name);
  }

  private void kMeans(int rows, Workers workers) throws IOException {
    double[][] columns = BenchData.clusters(rows, 12, K, 2.5, 0, new SplittableRandom(1));
    BenchData.write(folder.resolve("data.f64"), columns, rows);
    double[][] start = new double[K][12];
    for (int q = 0; q < K; q++) {
      for (int j = 0; j < 12; j++) {
        start[q][j] = columns[j][q];
      }
    }
    BenchData.write(folder.resolve("start.f64"), BenchData.columns(start), K);
    KMeans kMeans = new KMeans(workers);
    Timed<KMeansResult> ours =
        median(
            "k-means of " + rows + " rows",
            3,
            () -> kMeans.lloyd(columns, rows, start, ITERATIONS, 0, progress));
    JsonNode theirs = rival("kmeans", rows, 12, "k=" + K, "runs=" + runs);
    add("k-means", rows, 12, ours.seconds, ours.result.inertia(), theirs, ours.result.labels());
    Timed<KMeansResult> whole =
        median(
            "k-means of " + rows + " rows, 10 starts",
            3,
            () -> kMeans.fit(columns, rows, KMeansOptions.of(K, 7), progress));
    add("k-means, 10 starts", rows, 12, whole.seconds, whole.result.inertia(), null, new int[0]);
  }

  private void dbscan(int rows, Workers workers) throws IOException {
    double[][] columns = dense(rows);
    Timed<int[]> ours =
        median(
            "DBSCAN",
            1,
            () -> Dbscan.fit(columns, rows, EPSILON, MIN_POINTS, 7, workers, progress).labels());
    JsonNode theirs = rival("dbscan", rows, 5, "eps=" + EPSILON, "min_points=" + MIN_POINTS);
    add("DBSCAN", rows, 5, ours.seconds, null, theirs, ours.result);
  }

  private void hdbscan(int rows, Workers workers) throws IOException {
    double[][] columns = dense(rows);
    Timed<int[]> ours =
        median(
            "HDBSCAN",
            1,
            () -> Hdbscan.fit(columns, rows, MIN_CLUSTER, 0, workers, progress).labels());
    JsonNode theirs = rival("hdbscan", rows, 5, "min_cluster_size=" + MIN_CLUSTER);
    add("HDBSCAN", rows, 5, ours.seconds, null, theirs, ours.result);
  }

  private double[][] dense(int rows) throws IOException {
    double[][] columns = BenchData.clusters(rows, 5, 12, 0.7, 0.05, new SplittableRandom(2));
    BenchData.write(folder.resolve("data.f64"), columns, rows);
    return columns;
  }

  private void hierarchical(Linkage linkage, int rows, Workers workers) throws IOException {
    String name = linkage.name().toLowerCase(Locale.ROOT);
    double[][] columns = BenchData.clusters(rows, 12, K, 2.5, 0, new SplittableRandom(3));
    BenchData.write(folder.resolve("data.f64"), columns, rows);
    Timed<int[]> ours =
        median(
            name + " linkage",
            0,
            () -> Hierarchical.fit(columns, rows, K, linkage, 7, workers, progress).labels());
    JsonNode theirs = rival(name, rows, 12, "k=" + K);
    add("hierarchical, " + name, rows, 12, ours.seconds, null, theirs, ours.result);
  }

  private void mixture(int rows, Workers workers) throws IOException {
    double[][] columns = BenchData.clusters(rows, 12, K, 2.5, 0, new SplittableRandom(4));
    BenchData.write(folder.resolve("data.f64"), columns, rows);
    Timed<MixtureResult> ours =
        median(
            "Gaussian mixture",
            1,
            () -> Mixture.fit(columns, rows, MixtureOptions.of(K, true, 7), 10, workers, progress));
    JsonNode theirs = rival("gmm", rows, 12, "k=" + K);
    add(
        "mixture",
        rows,
        12,
        ours.seconds,
        ours.result.logLikelihood(),
        theirs,
        ours.result.labels());
  }

  /// Features out, cluster, quality, labels in: the sum and its parts.
  private void lake(int rows) throws IOException {
    LakeClusterBench.Phases phases = LakeClusterBench.run(folder, rows, runs, progress);
    add("lake to lake, k-means", rows, 12, phases.total(), null, null, new int[0]);
    add("  features out", rows, 12, phases.read(), null, null, new int[0]);
    add("  prepare, cluster", rows, 12, phases.cluster(), null, null, new int[0]);
    add("  quality, rules", rows, 12, phases.quality(), null, null, new int[0]);
    add("  labels in", rows, 12, phases.write(), null, null, new int[0]);
  }

  private @Nullable JsonNode rival(String name, int rows, int columns, String... options)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(name, folder.toString(), Integer.toString(rows), Integer.toString(columns)));
    arguments.addAll(List.of(options));
    return rival.run(arguments.toArray(String[]::new));
  }

  private record Timed<T>(T result, double seconds) {}

  /// @param warm runs before those that count
  private <T> Timed<T> median(String words, int warm, Supplier<T> work) {
    progress.stage(words);
    T result = null;
    List<Double> seconds = new ArrayList<>();
    for (int i = -warm; i < Math.max(1, runs) || result == null; i++) {
      long start = System.nanoTime();
      result = work.get();
      if (i >= 0) {
        seconds.add((System.nanoTime() - start) / 1e9);
      }
    }
    return new Timed<>(result, ImportBench.median(seconds));
  }

  private void add(
      String name,
      int rows,
      int columns,
      double seconds,
      @Nullable Double score,
      @Nullable JsonNode theirs,
      int[] labels)
      throws IOException {
    cases.add(
        new Case(
            name,
            rows,
            columns,
            seconds,
            score,
            theirs == null ? null : theirs.path("seconds").asDouble(),
            theirs == null || !theirs.has("score") ? null : theirs.path("score").asDouble(),
            theirs == null ? null : theirs.path("seconds").asDouble() / seconds,
            theirs == null
                ? null
                : Agreement.adjustedRand(labels, BenchData.labels(folder.resolve("sklearn.i32")))));
  }
}

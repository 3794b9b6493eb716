package io.customer360.studio.cluster;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.studio.cluster.kernel.DistanceKernel;
import io.customer360.studio.cluster.kernel.Kernels;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.quality.DaviesBouldin;
import io.customer360.studio.cluster.quality.KSearch;
import io.customer360.studio.cluster.quality.Silhouette;
import io.customer360.studio.cluster.quality.Stability;
import io.customer360.studio.cluster.quality.SuggestedK;
import io.customer360.studio.cluster.reading.ClusterNames;
import io.customer360.studio.cluster.reading.ClusterRule;
import io.customer360.studio.cluster.reading.FeatureProfile;
import io.customer360.studio.cluster.reading.Profiles;
import io.customer360.studio.cluster.reading.RuleTree;
import io.customer360.studio.matrix.LoadedMatrix;
import io.customer360.studio.matrix.Preparation;
import io.customer360.studio.matrix.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Runs a clustering from a loaded matrix to a readable result. Long: call it on a job's thread.
/// The same matrix, request and seed give the same result on any number of processors.
///
/// ```java
/// LoadedMatrix data = MatrixFile.read(file, List.of(), null, progress);
/// ClusterResult result =
///     Clustering.run(data, ClusterRequest.of(Algorithm.KMEANS, 0, 7), progress);
/// ```
public final class Clustering {
  /// Numbers of clusters a suggestion looks at.
  private static final int MOST_SUGGESTED = 10;

  private final LoadedMatrix loaded;
  private final ClusterRequest request;
  private final Workers workers;
  private final DistanceKernel kernel = Kernels.best();
  private final Progress progress;
  private final List<String> warnings = new ArrayList<>();

  private Clustering(
      LoadedMatrix loaded, ClusterRequest request, Workers workers, Progress progress) {
    this.loaded = loaded;
    this.request = request;
    this.workers = workers;
    this.progress = progress;
  }

  /// @throws WorkbenchException when the data cannot be clustered as asked: more clusters than
  ///     different rows, one row, nothing that varies; `C360-CLU-011` to `C360-CLU-029`
  public static ClusterResult run(LoadedMatrix loaded, ClusterRequest request, Progress progress) {
    try (Workers workers = Workers.open()) {
      return new Clustering(loaded, request, workers, progress).run();
    }
  }

  private ClusterResult run() {
    long start = System.nanoTime();
    progress.stage("Prepare " + loaded.matrix().width() + " columns");
    Prepared prepared = Preparation.prepare(loaded, request.preparation(), progress);
    double[][] columns = prepared.matrix().columns();
    int rows = prepared.matrix().rows();
    DataFacts facts = DataFacts.of(columns, rows);
    refuseTooMany(rows, facts.distinct());
    warnOfGaps(prepared);
    ClusterMethod method = Methods.of(request, workers);
    long preparedAt = System.nanoTime();
    SuggestedK suggested = suggest(method, columns, rows, facts.distinct());
    int k = suggested == null ? request.k() : suggested.k();
    progress.stage("Cluster " + rows + " rows");
    Partition found = method.fit(columns, rows, k, request.seed(), true, progress);
    progress.checkCancelled();
    long clusteredAt = System.nanoTime();
    progress.stage("Judge the clusters");
    ClusterResult result = judged(prepared, facts, method, found, suggested);
    long judgedAt = System.nanoTime();
    ClusterReport.Seconds seconds =
        new ClusterReport.Seconds(
            0,
            seconds(start, preparedAt),
            seconds(preparedAt, clusteredAt),
            seconds(clusteredAt, judgedAt),
            0,
            seconds(start, judgedAt));
    return result.with(result.report().with(seconds, 0));
  }

  private static double seconds(long from, long to) {
    return (to - from) / 1e9;
  }

  private void refuseTooMany(int rows, int distinct) {
    int k = request.algorithm().needsK() ? request.k() : 1;
    if (k > rows) {
      throw WorkbenchException.user(
          "C360-CLU-021",
          "Cannot make " + k + " clusters of " + rows + " rows; ask for fewer with --k.");
    }
    if (k > distinct) {
      throw WorkbenchException.user(
          "C360-CLU-022",
          "Cannot make "
              + k
              + " clusters: only "
              + distinct
              + " of the "
              + rows
              + " rows differ; ask for fewer with --k.");
    }
  }

  private void warnOfGaps(Prepared prepared) {
    loaded.facts().stream()
        .filter(fact -> fact.gaps() > 0)
        .forEach(
            fact ->
                warnings.add(
                    fact.name()
                        + ": "
                        + fact.missing()
                        + " missing, "
                        + fact.notANumber()
                        + " NaN, "
                        + fact.infinite()
                        + " infinite"));
    prepared.constant().forEach(c -> warnings.add(c.column() + " " + c.reason()));
  }

  private @Nullable SuggestedK suggest(
      ClusterMethod method, double[][] columns, int rows, int distinct) {
    if (!request.algorithm().needsK() || request.k() > 0) {
      return null;
    }
    int most = Math.min(MOST_SUGGESTED, distinct - 1);
    if (most < 2) {
      throw WorkbenchException.user(
          "C360-CLU-022",
          "Only "
              + distinct
              + " of the "
              + rows
              + " rows differ, too few to suggest a number of clusters; give it with --k.");
    }
    progress.stage("Look for the number of clusters");
    KSearch.Fit fit =
        (sample, n, k, seed) -> {
          progress.checkCancelled();
          Partition tried = method.fit(sample, n, k, seed, false, Progress.NONE);
          Object bic = tried.details().get("bic");
          return new KSearch.Found(
              tried.labels(), tried.centres(), bic instanceof Double number ? number : null);
        };
    return new KSearch(workers, kernel, fit, request.seed()).search(columns, rows, most, progress);
  }

  private ClusterResult judged(
      Prepared prepared,
      DataFacts facts,
      ClusterMethod method,
      Partition found,
      @Nullable SuggestedK suggested) {
    double[][] columns = prepared.matrix().columns();
    int rows = prepared.matrix().rows();
    int[] labels = found.labels();
    int k = found.k();
    double[] distance = found.distances(columns, workers);
    double inertia = 0;
    int noise = 0;
    for (double away : distance) {
      if (Double.isNaN(away)) {
        noise++;
      } else {
        inertia += away * away;
      }
    }
    Silhouette silhouette =
        k < 2 ? null : Silhouette.of(columns, labels, k, request.seed(), workers, kernel, progress);
    double spread =
        k < 2 ? Double.NaN : DaviesBouldin.of(columns, labels, found.centres(), workers);
    Stability stability = stability(method, columns, rows, found);
    progress.stage("Put the clusters into words");
    List<List<FeatureProfile>> profiles = Profiles.of(prepared.original(), labels, k);
    List<String> names = ClusterNames.propose(profiles);
    RuleTree tree = new RuleTree(prepared.original(), labels, request.seed());
    int[] sizes = found.sizes();
    List<ClusterRule> rules = new ArrayList<>();
    List<ClusterReport.ClusterSummary> summaries = new ArrayList<>();
    for (int q = 0; q < k; q++) {
      progress.checkCancelled();
      rules.add(tree.of(q));
      summaries.add(
          ClusterReport.ClusterSummary.of(
              q,
              sizes[q],
              (double) sizes[q] / rows,
              names.get(q),
              silhouette == null ? null : silhouette.byCluster()[q],
              rules.get(q),
              profiles.get(q)));
    }
    if (k == 0) {
      warnings.add("No cluster was found: every row is noise; try a larger --eps or fewer points.");
    }
    List<Integer> sizeList = java.util.Arrays.stream(sizes).boxed().toList();
    List<LoadedMatrix.LeftOut> leftOut = new ArrayList<>(loaded.leftOut());
    leftOut.addAll(prepared.constant());
    Map<String, Object> parameters = new TreeMap<>(found.details());
    ClusterReport report =
        new ClusterReport(
            loaded.source(),
            request.algorithm().id(),
            rows,
            columns.length,
            k,
            inertia,
            silhouette == null ? null : silhouette.mean(),
            Double.isFinite(spread) ? spread : null,
            sizeList,
            noise,
            new ClusterReport.Seconds(0, 0, 0, 0, 0, 0),
            0,
            request.seed(),
            silhouette == null ? null : note(silhouette),
            stability == null ? null : note(stability),
            null,
            suggested,
            parameters,
            prepared.original().names(),
            leftOut,
            loaded.facts().stream()
                .filter(f -> f.gaps() > 0)
                .map(
                    f ->
                        new ClusterReport.GapNote(
                            f.name(), f.missing(), f.notANumber(), f.infinite()))
                .toList(),
            facts.distinct(),
            prepared.steps(),
            prepared.suggestions(),
            warnings,
            summaries,
            kernel.name(),
            workers.threads(),
            facts.hash());
    double[] membership = found.strength();
    return new ClusterResult(
        report,
        loaded,
        prepared,
        labels,
        membership == null ? distance : membership,
        membership == null ? "distance" : "membership",
        found.centres(),
        silhouette,
        rules,
        found.model());
  }

  private @Nullable Stability stability(
      ClusterMethod method, double[][] columns, int rows, Partition found) {
    StabilityPlan plan = StabilityPlan.of(request, rows);
    if (plan.runs() == 0 || found.k() == 0) {
      return null;
    }
    progress.stage("Cluster " + plan.runs() + " other samples to see what stays");
    return Stability.measure(
        columns,
        found.labels(),
        found.k(),
        plan.runs(),
        plan.rows(),
        plan.withReplacement(),
        request.seed(),
        (sample, n, seed) -> {
          progress.checkCancelled();
          return method.fit(sample, n, found.k(), seed, false, Progress.NONE).labels();
        },
        progress);
  }

  private static ClusterReport.SilhouetteNote note(Silhouette silhouette) {
    return new ClusterReport.SilhouetteNote(
        silhouette.exact(),
        silhouette.rows().length,
        silhouette.standardError(),
        silhouette.method());
  }

  private static ClusterReport.StabilityNote note(Stability stability) {
    List<@Nullable Double> jaccard = new ArrayList<>();
    for (double value : stability.jaccard()) {
      jaccard.add(Double.isNaN(value) ? null : value);
    }
    return new ClusterReport.StabilityNote(
        stability.adjustedRand(), jaccard, stability.runs(), stability.rows(), stability.method());
  }
}

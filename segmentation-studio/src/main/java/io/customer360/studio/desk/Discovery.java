package io.customer360.studio.desk;

import io.customer360.feature.FeatureCatalog;
import io.customer360.feature.FeatureDefinition;
import io.customer360.feature.FeatureShape;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.studio.cluster.ClusterReport;
import io.customer360.studio.cluster.ClusterRequest;
import io.customer360.studio.cluster.ClusterResult;
import io.customer360.studio.cluster.Clustering;
import io.customer360.studio.cluster.kernel.Kernels;
import io.customer360.studio.cluster.kernel.Workers;
import io.customer360.studio.cluster.reading.ClusterMap;
import io.customer360.studio.cluster.reading.Dendrogram;
import io.customer360.studio.cluster.reading.FeatureProfile;
import io.customer360.studio.cluster.reading.SilhouettePlot;
import io.customer360.studio.drift.ClusterSettings;
import io.customer360.studio.drift.Labelling;
import io.customer360.studio.matrix.FeatureSets;
import io.customer360.studio.matrix.LoadedMatrix;
import io.customer360.studio.matrix.Matrix;
import io.customer360.studio.matrix.PreparationOptions;
import io.customer360.studio.matrix.Prepared;
import io.customer360.studio.matrix.RowNames;
import io.customer360.studio.matrix.Sampling;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.SegmentStudio;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Clusters customers by their features: everybody, or the people of a segment. Long: call it on a
/// job's thread.
public final class Discovery {
  /// People who are looked at one by one: for marks on the map and for rules of a lasso.
  public static final int POINTS = 12_000;

  /// People a t-SNE map has at most.
  public static final int NEIGHBOURS = 3_000;

  /// Merges a tree shows at most.
  private static final int MERGES = 30;

  private final Lakehouse lakehouse;
  private final SegmentStudio studio;

  public Discovery(Lakehouse lakehouse, SegmentStudio studio) {
    this.lakehouse = lakehouse;
    this.studio = studio;
  }

  /// What to look at.
  ///
  /// @param people null: everybody
  /// @param features a name of [#featureSets]
  /// @param columns of the set, empty for all of them
  /// @param logarithms whether features that are skewed by nature are looked at by their logarithm
  public record Question(
      @Nullable Rule people,
      String features,
      List<String> columns,
      boolean logarithms,
      ClusterRequest clustering) {

    /// What was asked when a clustering was kept.
    public static Question of(ClusterSettings settings) {
      return new Question(
          settings.people(), settings.features(), settings.columns(), false, settings.request());
    }
  }

  /// One cluster.
  ///
  /// @param name proposed from what is typical of it
  /// @param margin12m of its customers together, in the workspace's currency
  /// @param rule what defines it, as rules over the same features
  /// @param precision share of those the rule finds who are in the cluster, 0 to 1
  /// @param recall share of the cluster the rule finds, 0 to 1
  /// @param deviations of its mean from everybody's, one a feature
  public record Group(
      String name,
      int customers,
      double share,
      double margin12m,
      Rule rule,
      double precision,
      double recall,
      double[] deviations) {}

  /// What came out. Arrays are shared and only to be read.
  ///
  /// @param features short titles, in the order of the groups' deviations
  /// @param columns the features' names in rules
  /// @param plane everybody by principal components
  /// @param people who was clustered
  /// @param sample rows of the people that are looked at one by one, ascending
  /// @param prepared the sample's prepared columns, distances are measured in them
  /// @param original the sample in original units
  /// @param silhouettes null with fewer than two clusters
  /// @param tree of merges, of hierarchical clustering or over the clusters; null with fewer than
  ///     two
  /// @param settings to run it again
  /// @param labelling as it is kept and compared
  public record Found(
      Question question,
      ClusterReport report,
      List<Group> groups,
      List<String> features,
      List<String> columns,
      Plane plane,
      People people,
      int[] sample,
      double[][] prepared,
      Matrix original,
      @Nullable SilhouettePlot silhouettes,
      @Nullable Dendrogram tree,
      ClusterSettings settings,
      Labelling labelling) {

    /// The customers of the sample.
    public List<String> sampleIds() {
      return Arrays.stream(sample).mapToObj(people::id).toList();
    }
  }

  /// Who was clustered.
  ///
  /// @param rows the named row of each, empty when it is all of them in order
  public record People(RowNames names, int[] rows, int count) {
    /// The customer's id.
    public String id(int row) {
      return names.name(rows.length == 0 ? row : rows[row]);
    }
  }

  /// The short title of a feature: `Orders` for `orders_365d`.
  public static String title(String column) {
    return FeatureTitles.title(column);
  }

  public static List<String> featureSets() {
    return FeatureSets.names();
  }

  /// @throws io.customer360.fault.WorkbenchException when the people cannot be clustered as asked
  public Found run(Question question, Progress progress) {
    progress.stage("Read the features");
    Rule people = question.people();
    String members = people == null ? null : studio.runnable(people);
    LoadedMatrix loaded =
        FeatureSets.read(lakehouse, question.features(), question.columns(), members, progress);
    ClusterRequest request = question.clustering();
    if (question.logarithms()) {
      request = prepared(request, logarithms(request.preparation(), loaded.matrix().names()));
    }
    ClusterResult result = Clustering.run(loaded, request, progress);
    double[] margin = margins(result, members, progress);
    ClusterReport report = result.report();
    List<String> columns = report.columns();
    List<List<FeatureProfile>> profiles =
        report.clusters().stream().map(ClusterReport.ClusterSummary::features).toList();
    List<String> names = FeatureTitles.names(profiles);
    List<Group> groups = new ArrayList<>();
    for (ClusterReport.ClusterSummary cluster : report.clusters()) {
      int at = cluster.cluster();
      groups.add(
          new Group(
              names.get(at),
              cluster.size(),
              cluster.share(),
              margin[at],
              Ranges.rule(result.rules().get(at)),
              cluster.precision(),
              cluster.recall(),
              cluster.features().stream().mapToDouble(FeatureProfile::deviations).toArray()));
    }
    int rows = result.labels().length;
    Prepared prepared = result.prepared();
    int[] sample = Sampling.rows(rows, POINTS, new SplittableRandom(report.seed()));
    return new Found(
        question,
        report,
        groups,
        columns.stream().map(FeatureTitles::title).toList(),
        columns,
        Plane.of(result.map(rows)),
        new People(loaded.names(), prepared.rows(), rows),
        sample,
        Matrix.select(prepared.matrix().columns(), sample),
        prepared.original().select(sample),
        result.silhouettePlot(),
        result.dendrogram(MERGES),
        new ClusterSettings(question.features(), question.columns(), people, request),
        Labelling.of(result, names));
  }

  /// Some of the people by t-SNE, up to [#NEIGHBOURS] of them. Takes a second or two.
  public static Plane neighbours(Found found, Progress progress) {
    progress.stage("Bring people who are alike together");
    int[] labels = new int[found.sample().length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = found.plane().labels()[found.sample()[i]];
    }
    try (Workers workers = Workers.open()) {
      ClusterMap map =
          ClusterMap.ofNeighbours(
              found.prepared(),
              labels,
              NEIGHBOURS,
              found.report().seed(),
              workers,
              Kernels.best(),
              progress);
      return Plane.of(map).at(found.sample());
    }
  }

  /// Sums and counts of a shop have long tails; the catalog of features says which.
  static PreparationOptions logarithms(PreparationOptions options, List<String> columns) {
    List<String> skewed =
        new FeatureCatalog("")
            .features().stream()
                .filter(feature -> feature.shape() == FeatureShape.LOG)
                .map(FeatureDefinition::column)
                .filter(columns::contains)
                .toList();
    return new PreparationOptions(
        options.impute(), options.winsorise(), skewed, options.scale(), options.components());
  }

  private static ClusterRequest prepared(ClusterRequest of, PreparationOptions options) {
    return new ClusterRequest(
        of.algorithm(),
        of.k(),
        of.seed(),
        of.restarts(),
        of.maxIterations(),
        of.epsilon(),
        of.minPoints(),
        of.minClusterSize(),
        of.linkage(),
        of.covariance(),
        of.stabilityRuns(),
        options);
  }

  /// What each cluster's customers brought in 12 months. The rows come in the order of the matrix.
  private double[] margins(ClusterResult result, @Nullable String members, Progress progress) {
    progress.stage("Add up what each cluster is worth");
    double[] margins = new double[result.loaded().matrix().rows()];
    lakehouse.read(
        progress,
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows =
                  statement.executeQuery(
                      "select cast(coalesce(c.margin_12m, 0) as double) from gold.feature f"
                          + " left join gold.customer c using (customer_id)"
                          + (members == null ? "" : " where customer_id in (" + members + ")")
                          + " order by customer_id")) {
            for (int i = 0; i < margins.length && rows.next(); i++) {
              margins[i] = rows.getDouble(1);
            }
          }
          return true;
        });
    double[] sums = new double[result.report().k()];
    int[] labels = result.labels();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 0) {
        sums[labels[i]] += margins[result.prepared().sourceRow(i)];
      }
    }
    return sums;
  }

  /// Which of some customers a tree holds for.
  public boolean[] holds(Rule rule, List<String> ids, Progress progress) {
    studio.prepare(rule);
    Set<String> members = new HashSet<>(studio.counter().ids(rule, progress));
    boolean[] holds = new boolean[ids.size()];
    for (int i = 0; i < holds.length; i++) {
      holds[i] = members.contains(ids.get(i));
    }
    return holds;
  }
}

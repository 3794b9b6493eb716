package io.customer360.model;

import io.customer360.feature.FeatureCatalog;
import io.customer360.feature.FeatureDefinition;
import io.customer360.feature.FeatureMatrix;
import io.customer360.job.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tribuo.Tribuo;

/// Trains the models of a lake: learns from past days, judges the procedure on a later day, learns
/// again up to today, registers. Says so when there is too little to learn from.
final class Training {
  /// Fewer positives or negatives than this teach nothing that could be judged.
  static final int LEAST_EACH = 50;

  private static final double COST = 0.02;
  private static final int FOLDS = 3;
  private static final double NEVER = 1e9;
  private static final String METHOD =
      "Logistic regression (Tribuo, LibLinear L2R_LR) on cut, log-bent, standardised features with"
          + " marks for gaps; several past days stacked; probability calibrated by Platt's method"
          + " on held-out customers of the latest day; judged on a later day the judged model had"
          + " not seen; the model in use is made by the same procedure up to today. Models that are"
          + " only judged or only hold customers out are fitted by Newton's method to the same"
          + " objective.";

  private final ModelRegistry registry;
  private final FeatureCatalog catalog;
  private final int maxCustomers;

  Training(ModelRegistry registry, FeatureCatalog catalog) {
    this(registry, catalog, LearningSample.MAX_CUSTOMERS);
  }

  Training(ModelRegistry registry, FeatureCatalog catalog, int maxCustomers) {
    this.registry = registry;
    this.catalog = catalog;
    this.maxCustomers = maxCustomers;
  }

  TrainingReport train(
      Connection connection, List<ModelKind> kinds, Instant asOf, long seed, Progress progress)
      throws SQLException {
    long start = System.nanoTime();
    List<ModelCard> trained = new ArrayList<>();
    List<TrainingReport.Untrained> untrained = new ArrayList<>();
    progress.stage("Choose customers to learn from");
    try (LearningSample sample = LearningSample.take(connection, catalog, seed, maxCustomers)) {
      for (int k = 0; k < kinds.size(); k++) {
        ModelKind kind = kinds.get(k);
        progress.checkCancelled();
        progress.stage("Train " + kind.id());
        progress.fraction((double) k / kinds.size());
        Optional<String> lacking = train(sample, kind, asOf, seed, progress, trained);
        lacking.ifPresent(reason -> untrained.add(new TrainingReport.Untrained(kind.id(), reason)));
      }
    }
    return new TrainingReport(
        List.copyOf(trained), List.copyOf(untrained), (System.nanoTime() - start) / 1e9);
  }

  /// Returns what is lacking, or adds the card of the new version to `trained`.
  private Optional<String> train(
      LearningSample sample,
      ModelKind kind,
      Instant asOf,
      long seed,
      Progress progress,
      List<ModelCard> trained)
      throws SQLException {
    long start = System.nanoTime();
    Optional<Instant> firstOrder = sample.firstOrder();
    if (firstOrder.isEmpty()) {
      return Optional.of("There are no orders to learn from.");
    }
    SnapshotPlan plan = SnapshotPlan.of(kind, firstOrder.get(), asOf);
    if (plan.judgeFrom().isEmpty()) {
      return Optional.of(
          "The orders go back too short a time: "
              + (SnapshotPlan.LEAST_HISTORY.toDays() + 2L * kind.horizonDays())
              + " days are needed.");
    }
    Table judgeFrom = sample.stack(plan.judgeFrom(), kind);
    Table judged = sample.on(plan.judgedAt(), kind);
    Optional<String> few = tooFew(judgeFrom).or(() -> tooFew(judged));
    if (few.isPresent()) {
      return few;
    }
    progress.checkCancelled();
    Learner learner = new Learner(columns(), COST, FOLDS, seed);
    Scorer candidate =
        learner.candidate(judgeFrom, firstRows(sample.on(plan.judgeFrom().getFirst(), kind)));
    ModelMetrics metrics =
        Judgement.judge(
            candidate.score(matrix(judged)).score(), judged.labels(), baseline(judged, kind));
    progress.checkCancelled();
    Table learnFrom = sample.stack(plan.learnFrom(), kind);
    String dataHash = ModelHash.of(learnFrom);
    Map<String, String> run = new LinkedHashMap<>();
    run.put("data-hash", dataHash);
    run.put("as-of", asOf.toString());
    Learner.Learnt learnt =
        learner.learn(
            learnFrom, firstRows(sample.on(plan.learnFrom().getFirst(), kind)), asOf, run);
    Scorer scorer = learnt.scorer().judged(metrics.reliability());
    ModelCard card =
        card(kind, plan, asOf, learnFrom, metrics, scorer, seed, dataHash)
            .finished(scorer, (System.nanoTime() - start) / 1e9);
    registry.register(card, learnt.logistic(), scorer);
    trained.add(card);
    return Optional.empty();
  }

  private static Optional<String> tooFew(Table table) {
    int positives = table.positives();
    int negatives = table.rows() - positives;
    return Math.min(positives, negatives) < LEAST_EACH
        ? Optional.of(
            "Too little to learn from: "
                + positives
                + " customers did and "
                + negatives
                + " did not; at least "
                + LEAST_EACH
                + " of each are needed.")
        : Optional.empty();
  }

  /// The rows of the latest day: they come first in the stack.
  private static int[] firstRows(Table latest) {
    return IntStream.range(0, latest.rows()).toArray();
  }

  private List<Preparation.Column> columns() {
    return catalog.features().stream().map(Training::column).toList();
  }

  private static Preparation.Column column(FeatureDefinition feature) {
    return new Preparation.Column(
        feature.column(), feature.shape(), feature.floor(), feature.cap());
  }

  private static FeatureMatrix matrix(Table table) {
    return new FeatureMatrix(new String[table.rows()], List.of(table.names()), table.values());
  }

  /// The plain rule to beat: who has not ordered for longest goes, who ordered last buys.
  private static double[] baseline(Table table, ModelKind kind) {
    double[] recency = table.values()[Arrays.asList(table.names()).indexOf("recency_days")];
    double sign = kind == ModelKind.CHURN ? 1 : -1;
    return Arrays.stream(recency).map(days -> sign * (Double.isNaN(days) ? NEVER : days)).toArray();
  }

  private ModelCard card(
      ModelKind kind,
      SnapshotPlan plan,
      Instant asOf,
      Table learnFrom,
      ModelMetrics metrics,
      Scorer scorer,
      long seed,
      String dataHash) {
    Explainer explainer = new Explainer(scorer, catalog);
    double[] pulls = explainer.pulls(scorer.score(matrix(learnFrom)));
    Map<String, Double> weights = new LinkedHashMap<>();
    IntStream.range(0, pulls.length)
        .boxed()
        .sorted((a, b) -> Double.compare(pulls[b], pulls[a]))
        .forEach(r -> weights.put(explainer.reason(r).name(), pulls[r]));
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("algorithm", "L2R_LR");
    settings.put("cost", Double.toString(COST));
    settings.put("calibration", "platt, " + FOLDS + " folds");
    settings.put("horizon_days", Integer.toString(kind.horizonDays()));
    settings.put("customers_at_most", Integer.toString(maxCustomers));
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("tribuo", Tribuo.VERSION);
    provenance.put("java", String.format(Locale.ROOT, "%d", Runtime.version().feature()));
    return new ModelCard(
        kind.id(),
        registry.nextVersion(kind.id()),
        kind.label(),
        kind.question(),
        METHOD,
        asOf,
        plan.learnFrom().getLast(),
        plan.learnFrom().getFirst(),
        plan.judgedAt(),
        learnFrom.rows(),
        learnFrom.baseRate(),
        metrics,
        weights,
        catalog.columns(),
        settings,
        seed,
        0,
        dataHash,
        "",
        provenance);
  }
}

package io.customer360.model;

import io.customer360.feature.FeatureCatalog;
import io.customer360.feature.FeatureMatrix;
import io.customer360.job.Progress;
import io.customer360.lakehouse.ColumnEdge;
import io.customer360.lakehouse.PipelineStep;
import io.customer360.lakehouse.StepContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Scores every customer with the models in use. The first refresh trains what is missing; after
/// that models change only when somebody asks. With too little to learn from, the tables stay empty
/// and the log says why.
public final class ScoreStep implements PipelineStep {
  private static final Logger LOG = LoggerFactory.getLogger(ScoreStep.class);
  private static final int BLOCK = 65_536;

  /// Above this many customers, reasons are stored only for scores above the average customer's.
  static final int EVERY_REASON_UP_TO = 200_000;

  private final ModelRegistry registry;

  /// `models` is the workspace's folder of models.
  public ScoreStep(Path models) {
    this.registry = new ModelRegistry(models);
  }

  @Override
  public String name() {
    return "score";
  }

  @Override
  public String grain() {
    return "one row per customer and model; reasons: one row per customer, model and position;"
        + " history: one row per customer, model and past day";
  }

  @Override
  public String meaning() {
    return "How likely each customer is to leave or to buy, how sure that is, why, and what it was.";
  }

  @Override
  public Set<String> reads() {
    return Set.of(
        "gold.feature",
        "gold.customer",
        "gold.orders",
        "gold.order_line",
        "gold.shipment",
        "gold.engagement",
        "gold.service_ticket",
        "gold.session",
        "gold.loyalty_movement");
  }

  @Override
  public Set<String> writes() {
    return Set.of("gold.score", "gold.score_reason", "gold.score_history");
  }

  /// A score weighs every feature; so does its past, by the same features of another day.
  @Override
  public List<ColumnEdge> columns() {
    List<String> features = FeatureCatalog.names();
    return Stream.of(
            List.of("gold.score", "score", "low", "high", "confidence"),
            List.of("gold.score_reason", "value", "contribution", "label"),
            List.of("gold.score_history", "score"))
        .flatMap(
            table ->
                table.stream()
                    .skip(1)
                    .flatMap(
                        column ->
                            features.stream()
                                .map(
                                    feature ->
                                        new ColumnEdge(
                                            "gold.feature", feature, table.getFirst(), column))))
        .toList();
  }

  /// Changes when another version of a model is put into use. What the first refresh makes by
  /// itself is version 1, so that the refresh after it has nothing to do.
  @Override
  public String version() {
    return "history 1, reasons 2, "
        + Arrays.stream(ModelKind.values())
            .map(kind -> kind.id() + " " + registry.current(kind.id()).orElse("v1"))
            .collect(Collectors.joining(", "));
  }

  @Override
  public void run(Connection connection, StepContext context) throws SQLException {
    FeatureCatalog catalog = new FeatureCatalog(context.workspace().settings().currency());
    trainMissing(connection, context, catalog);
    Progress progress = context.progress();
    progress.stage("Score customers");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create or replace table gold.score (customer_id varchar, model varchar, score double,"
              + " low double, high double, confidence double, version varchar, as_of timestamp)");
      statement.execute(
          "create or replace table gold.score_reason (customer_id varchar, model varchar,"
              + " position integer, feature varchar, label varchar, value double,"
              + " contribution double)");
    }
    long last = lastRow(connection);
    List<ScoreWriter> writers = new ArrayList<>();
    Map<ModelKind, ModelRegistry.Registered> inUse = new EnumMap<>(ModelKind.class);
    for (ModelKind kind : ModelKind.values()) {
      Optional<ModelRegistry.Registered> registered = registry.load(kind.id());
      registered.ifPresent(model -> inUse.put(kind, model));
      registered.ifPresent(
          model ->
              writers.add(
                  new ScoreWriter(
                      kind,
                      model,
                      new Explainer(model.scorer(), catalog),
                      context.asOf(),
                      last < EVERY_REASON_UP_TO)));
    }
    if (!writers.isEmpty()) {
      scoreAll(connection, catalog, writers, last, progress);
    }
    progress.stage("Score past days");
    new ScoreHistory(catalog, inUse).write(connection, context.asOf(), last + 1, progress);
  }

  private void trainMissing(Connection connection, StepContext context, FeatureCatalog catalog)
      throws SQLException {
    List<ModelKind> missing =
        Arrays.stream(ModelKind.values())
            .filter(kind -> registry.current(kind.id()).isEmpty())
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    TrainingReport report =
        new Training(registry, catalog)
            .train(
                connection,
                missing,
                context.asOf(),
                context.seed(),
                context.progress().part(0, 0.7));
    for (TrainingReport.Untrained untrained : report.untrained()) {
      LOG.info("No {} model: {}", untrained.model(), untrained.reason());
    }
  }

  private static void scoreAll(
      Connection connection,
      FeatureCatalog catalog,
      List<ScoreWriter> writers,
      long last,
      Progress progress)
      throws SQLException {
    String select = "select customer_id, " + String.join(", ", catalog.columns());
    for (long from = 0; from <= last; from += BLOCK) {
      progress.checkCancelled();
      FeatureMatrix matrix =
          FeatureMatrix.read(
              connection,
              select
                  + " from gold.feature where rowid >= "
                  + from
                  + " and rowid < "
                  + (from + BLOCK)
                  + " order by rowid",
              catalog.columns());
      for (ScoreWriter writer : writers) {
        writer.write(connection, matrix);
      }
      progress.fraction(0.7 + 0.3 * Math.min(1, (from + BLOCK) / (last + 1.0)));
    }
  }

  private static long lastRow(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("select coalesce(max(rowid), -1) from gold.feature")) {
      result.next();
      return result.getLong(1);
    }
  }
}

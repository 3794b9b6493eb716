package io.customer360.model;

import io.customer360.feature.FeatureCatalog;
import io.customer360.feature.FeatureMatrix;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.RefreshRequest;
import io.customer360.workspace.Workspace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The models of a workspace, over its lake and its registry.
public final class LakeModels implements Models {
  private final Workspace workspace;
  private final Lakehouse lakehouse;
  private final ModelRegistry registry;
  private final Map<String, ModelRegistry.Registered> loaded = new ConcurrentHashMap<>();

  public LakeModels(Workspace workspace, Lakehouse lakehouse) {
    this.workspace = workspace;
    this.lakehouse = lakehouse;
    this.registry = new ModelRegistry(workspace.models());
  }

  @Override
  public TrainingReport train(Progress progress) {
    Instant asOf = lakehouse.asOf();
    return lakehouse.read(
        progress,
        connection ->
            new Training(registry, catalog())
                .train(
                    connection, List.of(ModelKind.values()), asOf, RefreshRequest.SEED, progress));
  }

  @Override
  public List<ModelCard> cards() {
    return Arrays.stream(ModelKind.values()).flatMap(kind -> card(kind.id()).stream()).toList();
  }

  @Override
  public Optional<ModelCard> card(String name) {
    return registry.current(name).map(version -> registry.card(name, version));
  }

  @Override
  public List<ModelCard> versions(String name) {
    return registry.versions(name);
  }

  @Override
  public ModelCard use(String name, String version) {
    registry.use(name, version);
    return registry.card(name, version);
  }

  @Override
  public Optional<ScoreExplanation> explain(String customerId, String model) {
    return lakehouse.read(connection -> explain(connection, customerId, model));
  }

  private record Stored(String version, Instant asOf) {}

  private Optional<ScoreExplanation> explain(Connection connection, String customerId, String model)
      throws SQLException {
    Optional<Stored> stored = stored(connection, customerId, model);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    ModelRegistry.Registered registered =
        loaded.computeIfAbsent(
            model + " " + stored.get().version(),
            key -> registry.load(model, stored.get().version()));
    FeatureCatalog catalog = catalog();
    FeatureMatrix matrix = FeatureMatrix.readOne(connection, customerId, catalog.columns());
    if (matrix.rows() == 0) {
      return Optional.empty();
    }
    Scorer scorer = registered.scorer();
    Scorer.Scores scores = scorer.score(matrix);
    Explainer explainer = new Explainer(scorer, catalog);
    double score = scores.score()[0];
    return Optional.of(
        new ScoreExplanation(
            customerId,
            model,
            registered.card().label(),
            registered.card().version(),
            stored.get().asOf(),
            scorer.base(),
            score,
            scores.low()[0],
            scores.high()[0],
            scores.confidence()[0],
            Scorer.CONFIDENCE_MEANING,
            Apportionment.round(scorer.base(), 2),
            Apportionment.round(score, 2),
            explainer.bars(
                explainer.contributions(scores), 0, score, matrix.row(0), stored.get().asOf())));
  }

  private static Optional<Stored> stored(Connection connection, String customerId, String model)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select version, as_of from gold.score where customer_id = ? and model = ?")) {
      statement.setString(1, customerId);
      statement.setString(2, model);
      try (ResultSet result = statement.executeQuery()) {
        return result.next()
            ? Optional.of(
                new Stored(
                    result.getString(1),
                    result.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
            : Optional.empty();
      }
    }
  }

  private FeatureCatalog catalog() {
    return new FeatureCatalog(workspace.settings().currency());
  }
}

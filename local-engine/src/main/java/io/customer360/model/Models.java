package io.customer360.model;

import io.customer360.job.Progress;
import java.util.List;
import java.util.Optional;

/// The models of a workspace.
public interface Models {
  /// Trains every model anew as of the lake's day and registers a new version of each. Scores
  /// change with the next refresh.
  TrainingReport train(Progress progress);

  /// The cards of the models in use.
  List<ModelCard> cards();

  /// The card of the model in use.
  Optional<ModelCard> card(String name);

  /// Every registered version of a model, the oldest first.
  List<ModelCard> versions(String name);

  /// Puts an earlier (or later) registered version into use. The next refresh scores with it.
  ModelCard use(String name, String version);

  /// Why this customer has this score; empty when the customer has none. `model` is `churn` or
  /// `propensity`.
  Optional<ScoreExplanation> explain(String customerId, String model);
}

package io.customer360.model;

import java.util.List;

/// The cross-validated quality of a model on a file of one's own.
public record FileTrainingReport(
    int n,
    int features,
    int positives,
    String positive,
    Spread auc,
    double brier,
    double logLoss,
    double calibrationError,
    int folds,
    long seed,
    List<Double> aucByFold,
    List<String> used,
    List<String> dropped,
    double seconds) {
  /// Mean and standard deviation over the folds.
  public record Spread(double mean, double sd) {}
}

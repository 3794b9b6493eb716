package io.customer360.model;

import java.util.List;

/// The cross-validated quality of a model on a file of one's own: every row was predicted by a
/// model that had not seen it.
///
/// @param n rows with a known target
/// @param features columns used
/// @param inputs numbers the model sees after categories became one column each
/// @param positive the value of the target that is predicted
/// @param auc over the folds
/// @param used columns used
/// @param dropped columns not used, each with the reason
/// @param skipped rows without a target
public record FileTrainingReport(
    int n,
    int features,
    int inputs,
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
    int skipped,
    double seconds) {
  /// Mean and standard deviation over the folds.
  public record Spread(double mean, double sd) {}
}

package io.customer360.model;

/// Churn scores compared with what is known to be true of invented customers.
///
/// @param n customers compared: scored ones whose truth is known
/// @param positives true ones among them
/// @param aucBaseline the area of the plain rule "longest since the last order first"
/// @param aucCeiling the area of the true probabilities: no model can rank better than by chance
///     alone above it
/// @param hazardError mean distance of score and true probability
public record ModelEvaluationReport(
    String model,
    int n,
    int positives,
    double auc,
    double aucLow,
    double aucHigh,
    double aucBaseline,
    double aucCeiling,
    double brier,
    double calibrationError,
    double hazardError) {}

package io.customer360.model;

/// Scores compared with what is known to be true.
///
/// @param n customers compared
/// @param positives true ones among them
public record ModelEvaluationReport(
    String model,
    int n,
    int positives,
    double auc,
    double aucLow,
    double aucHigh,
    double aucBaseline,
    double brier,
    double calibrationError) {}

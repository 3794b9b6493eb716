package io.customer360.model;

import java.util.List;

/// How well a model did on customers and days it had not seen.
///
/// @param n judged customers
/// @param positives how many of them did what the model predicts
/// @param auc the chance that a positive is ranked above a negative
/// @param aucLow lower end of its 95 % interval (DeLong)
/// @param aucHigh upper end
/// @param aucBaseline the same for the plain rule "longest since the last order first"
/// @param brier mean squared error of the probability
/// @param brierBaseline the same when everybody gets the base rate
/// @param logLoss mean negative log likelihood
/// @param calibrationError mean distance between predicted and observed over ten bins (ECE)
/// @param reliability the bins
public record ModelMetrics(
    int n,
    int positives,
    double auc,
    double aucLow,
    double aucHigh,
    double aucBaseline,
    double brier,
    double brierBaseline,
    double logLoss,
    double calibrationError,
    List<ReliabilityBin> reliability) {}

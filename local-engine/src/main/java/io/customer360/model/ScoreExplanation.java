package io.customer360.model;

import java.time.Instant;
import java.util.List;

/// Why a customer has a score: `base` + the contributions = `score`, exactly; and with two printed
/// decimals `printedBase` + the printed contributions = `printedScore`.
///
/// @param base the score of a customer who is average in every feature
/// @param low lower end of the 95 % interval
/// @param high upper end
/// @param confidence 0 to 1; see `confidenceMeaning`
public record ScoreExplanation(
    String customerId,
    String model,
    String label,
    String version,
    Instant asOf,
    double base,
    double score,
    double low,
    double high,
    double confidence,
    String confidenceMeaning,
    double printedBase,
    double printedScore,
    List<Contribution> contributions) {}

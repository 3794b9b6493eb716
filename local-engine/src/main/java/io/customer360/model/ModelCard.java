package io.customer360.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a registered model is and how far it can be trusted; kept as `card.json` beside it.
///
/// @param name `churn`, `propensity`
/// @param version `v3`
/// @param label plain words
/// @param question what exactly is predicted, of whom
/// @param method how it was made, one sentence
/// @param createdAt the day it was trained as of
/// @param trainedFrom first snapshot learnt from
/// @param trainedTo last snapshot learnt from
/// @param judgedAt the later snapshot it was judged on
/// @param rows customer-days learnt from
/// @param baseRate share of positives among them
/// @param metrics on the judged snapshot
/// @param weights the pull of each reason: standard deviation of its log-odds contribution
/// @param features columns of `gold.feature` used
/// @param settings every setting by name
/// @param seed the seed of every random choice
/// @param seconds training time
/// @param dataHash hash of the rows learnt from
/// @param hash hash of the model: features, settings, data, weights
/// @param provenance libraries and their versions
public record ModelCard(
    String name,
    String version,
    String label,
    String question,
    String method,
    Instant createdAt,
    Instant trainedFrom,
    Instant trainedTo,
    Instant judgedAt,
    int rows,
    double baseRate,
    ModelMetrics metrics,
    Map<String, Double> weights,
    List<String> features,
    Map<String, String> settings,
    long seed,
    double seconds,
    String dataHash,
    String hash,
    Map<String, String> provenance) {

  /// The card with the two figures known only at the end.
  ModelCard finished(Scorer scorer, double took) {
    return new ModelCard(
        name,
        version,
        label,
        question,
        method,
        createdAt,
        trainedFrom,
        trainedTo,
        judgedAt,
        rows,
        baseRate,
        metrics,
        weights,
        features,
        settings,
        seed,
        took,
        dataHash,
        ModelHash.of(scorer, this),
        provenance);
  }
}

package io.customer360.profile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One model's score with what it is made of: `base` plus all contributions is the score.
public record ScoreView(
    String model,
    String label,
    double score,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double confidence,
    @Nullable String version,
    @Nullable Instant asOf,
    double base,
    List<Contribution> contributions) {

  /// A positive contribution raises the score. `value` is the feature's value in words.
  public record Contribution(
      String feature, String label, @Nullable String value, double contribution) {}
}

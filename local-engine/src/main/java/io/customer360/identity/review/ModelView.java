package io.customer360.identity.review;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The match model of the last resolution, for people.
///
/// @param records source records compared
/// @param pairsCompared pairs that blocking brought
/// @param prior chance that two records taken at random are one person
/// @param comparisons one for each compared field
/// @param thresholds what each threshold would mean, by the model's own probabilities
/// @param blocking what each blocking rule brought
/// @param teaching what judged pairs taught it; null when there were none
/// @param health what the resolution in force made of the records; [IdentityHealth#NONE] while
///     kept
@JsonIgnoreProperties(ignoreUnknown = true) // kept ones hold more
public record ModelView(
    long records,
    long pairsCompared,
    double prior,
    List<Comparison> comparisons,
    List<Threshold> thresholds,
    List<Blocking> blocking,
    List<String> warnings,
    @Nullable Teaching teaching,
    IdentityHealth health) {
  /// Of no model.
  public static final ModelView NONE =
      new ModelView(0, 0, 0, List.of(), List.of(), List.of(), List.of(), null, IdentityHealth.NONE);

  /// Copies the lists.
  public ModelView {
    comparisons = List.copyOf(comparisons);
    thresholds = List.copyOf(thresholds);
    blocking = List.copyOf(blocking);
    warnings = List.copyOf(warnings);
    health = Objects.requireNonNullElse(health, IdentityHealth.NONE);
  }

  /// The same model with what became of the records, and other warnings.
  public ModelView with(IdentityHealth newHealth, List<String> newWarnings) {
    return new ModelView(
        records,
        pairsCompared,
        prior,
        comparisons,
        thresholds,
        blocking,
        newWarnings,
        teaching,
        newHealth);
  }

  public record Comparison(String field, List<Level> levels) {
    public Comparison {
      levels = List.copyOf(levels);
    }
  }

  /// @param m share of pairs of one person at this level
  /// @param u share of pairs of two people at this level
  /// @param bits log2(m / u)
  public record Level(String label, double m, double u, double bits) {}

  /// @param precision expected: mean probability of the pairs at or above the threshold
  /// @param recall expected: their share of the sum of all probabilities
  public record Threshold(double probability, long pairs, double precision, double recall) {}

  public record Blocking(String rule, long estimated, long actual) {}
}

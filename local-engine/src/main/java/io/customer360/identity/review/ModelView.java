package io.customer360.identity.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The match model of the last resolution, for people.
///
/// @param records source records compared
/// @param pairsCompared pairs that blocking brought
/// @param prior chance that two records taken at random are one person
/// @param comparisons one for each compared field
/// @param thresholds what each threshold would mean, by the model's own probabilities
/// @param blocking what each blocking rule brought
/// @param sizes how many customers have 1, 2, 3-5, 6-10, 11+ records
/// @param links how many records hang on each kind of link
/// @param teaching what judged pairs taught it; null when there were none
/// @param sources how many records of each source stand alone
public record ModelView(
    long records,
    long pairsCompared,
    double prior,
    List<Comparison> comparisons,
    List<Threshold> thresholds,
    List<Blocking> blocking,
    List<Share> sizes,
    List<Share> links,
    List<SourceShare> sources,
    List<String> warnings,
    @Nullable Teaching teaching) {
  /// Of a model nobody taught.
  public ModelView(
      long records,
      long pairsCompared,
      double prior,
      List<Comparison> comparisons,
      List<Threshold> thresholds,
      List<Blocking> blocking,
      List<Share> sizes,
      List<Share> links,
      List<SourceShare> sources,
      List<String> warnings) {
    this(
        records,
        pairsCompared,
        prior,
        comparisons,
        thresholds,
        blocking,
        sizes,
        links,
        sources,
        warnings,
        null);
  }

  /// Of no model.
  public static final ModelView NONE =
      new ModelView(
          0, 0, 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public ModelView {
    comparisons = List.copyOf(comparisons);
    thresholds = List.copyOf(thresholds);
    blocking = List.copyOf(blocking);
    sizes = List.copyOf(sizes);
    links = List.copyOf(links);
    sources = List.copyOf(sources);
    warnings = List.copyOf(warnings);
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

  public record Share(String label, long count) {}

  public record SourceShare(String source, long records, long alone) {}
}

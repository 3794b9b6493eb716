package io.customer360.identity.match;

import java.util.List;

/// Why two records are one person, or are not.
///
/// @param start the prior's weight in bits, where the bars begin
/// @param bars what each comparison adds, and last what speaks for two people of one home; start
///     and bars sum to `weight`
/// @param probability of the weight
/// @param category 5 for as good as certain to 0 for as good as excluded
/// @param sentence in plain words
/// @param needed for a pair below the threshold, what would have to agree to reach it; empty when
///     it is reached
public record PairExplanation(
    String idA,
    String idB,
    double start,
    List<Bar> bars,
    double weight,
    double probability,
    int category,
    String sentence,
    List<String> needed) {
  /// One comparison's part.
  ///
  /// @param valueA as it was read, null where it is missing
  /// @param standardA as it was compared
  /// @param level in plain words
  /// @param weight in bits, the rarity of the value included
  public record Bar(
      String comparison,
      @org.jspecify.annotations.Nullable String valueA,
      @org.jspecify.annotations.Nullable String valueB,
      @org.jspecify.annotations.Nullable String standardA,
      @org.jspecify.annotations.Nullable String standardB,
      String level,
      double weight) {}

  /// How sure it is, for people: 5 from 0.999, 4 from 0.95, 3 from 0.5, 2 from 0.2, 1 from 0.01,
  /// else 0. The same for files and for the workspace.
  public static int category(double probability) {
    double[] least = {0.01, 0.2, 0.5, 0.95, 0.999};
    int category = 0;
    while (category < least.length && probability >= least[category]) {
      category++;
    }
    return category;
  }
}

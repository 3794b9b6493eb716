package io.customer360.identity.match;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why two records are one person, or are not.
///
/// @param start the prior's weight in bits, where the bars begin
/// @param bars what each comparison adds, and last, where it can be heard, what speaks for two
///     people of one home; start and bars sum to `weight`
/// @param probability of the weight
/// @param category 5 for as good as certain to 0 for as good as excluded
/// @param sentence in plain words
/// @param needed for a pair below the threshold, what would have to agree to reach it; empty when
///     it is reached
/// @param wouldChange in one sentence, what would have to agree, or differ, for the other verdict
/// @param reason why it is not clear, in a few words
public record PairExplanation(
    String idA,
    String idB,
    double start,
    List<Bar> bars,
    double weight,
    double probability,
    int category,
    String sentence,
    List<String> needed,
    String wouldChange,
    String reason) {
  /// The name of the bar that is no comparison.
  public static final String HOME = "two people of one home";

  /// Copies the lists.
  public PairExplanation {
    bars = List.copyOf(bars);
    needed = List.copyOf(needed);
  }

  /// How two values stand to each other.
  public enum Standing {
    SAME,
    CLOSE,
    DIFFERENT,
    MISSING,
    /// Of the bar that is no comparison.
    NONE
  }

  /// One comparison's part.
  ///
  /// @param comparison the column's name, or [#HOME]
  /// @param valueA as it was read, null where it is missing
  /// @param standardA as it was compared
  /// @param level in plain words
  /// @param weight in bits, the rarity of the value included
  public record Bar(
      String comparison,
      @Nullable String valueA,
      @Nullable String valueB,
      @Nullable String standardA,
      @Nullable String standardB,
      String level,
      Standing standing,
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

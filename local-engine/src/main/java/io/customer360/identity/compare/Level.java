package io.customer360.identity.compare;

/// One degree of agreement.
///
/// @param label in plain words: `same`, `one slip`
/// @param typicalMatch share of pairs of one person at this level before anything is learned
/// @param typicalOther the same for pairs of two people; both only steer the start and the
///     smoothing
/// @param termWeight how far the rarity of the value counts, 0 to 1
/// @param ordered whether it stands in the order of decreasing evidence among its comparison's
///     levels
public record Level(
    String label, double typicalMatch, double typicalOther, double termWeight, boolean ordered) {
  static Level of(String label, double match, double other) {
    return new Level(label, match, other, 0, true);
  }

  static Level of(String label, double match, double other, double termWeight) {
    return new Level(label, match, other, termWeight, true);
  }
}

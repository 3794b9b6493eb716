package io.customer360.studio.compare;

import java.util.List;

/// A group against another.
///
/// @param inside size of the segment
/// @param against size of the others: everyone outside the segment, or the other segment
/// @param traits findings first, the strongest first
/// @param tested how many traits were looked at
/// @param distributions of a few numbers
public record Comparison(
    int inside, int against, int tested, List<Trait> traits, List<Distribution> distributions) {
  public Comparison {
    traits = List.copyOf(traits);
    distributions = List.copyOf(distributions);
  }
}

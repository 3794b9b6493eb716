package io.customer360.studio.compare;

import java.util.List;

/// A number's distribution in two groups.
///
/// @param field of the catalog
/// @param edges of the bars, one more than there are bars
/// @param inside share of the segment in each bar, of those with a known value
/// @param against the same of the others
public record Distribution(
    String field,
    String title,
    List<Double> edges,
    List<Double> inside,
    List<Double> against,
    double insideMedian,
    double againstMedian) {
  public Distribution {
    edges = List.copyOf(edges);
    inside = List.copyOf(inside);
    against = List.copyOf(against);
  }
}

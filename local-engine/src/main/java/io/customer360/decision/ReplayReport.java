package io.customer360.decision;

import java.util.List;

/// @param decisions how many were recomputed
/// @param identical how many gave the same bytes
public record ReplayReport(
    int decisions, int identical, List<Difference> different, double seconds) {
  public ReplayReport {
    different = List.copyOf(different);
  }

  /// The first field that differs: `/options/0/priority`.
  public record Difference(String decisionId, String field, String stored, String recomputed) {}
}

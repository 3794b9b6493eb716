package io.customer360.lakehouse;

/// What a node of the lineage is, from left to right.
public enum NodeKind {
  /// A system data came from.
  SOURCE,
  /// A dataset as received.
  BRONZE,
  SILVER,
  GOLD,
  /// A step computed in Java: identity, a score.
  MODEL,
  /// A screen or an agent that reads gold.
  USE
}

package io.customer360.studio.cluster.linkage;

/// How far two clusters are apart; the height of a merge.
public enum Linkage {
  /// `sqrt(2 |a| |b| / (|a| + |b|))` times the distance of their means: the growth of the sum of
  /// squares.
  WARD,
  /// Mean distance of a row of one to a row of the other.
  AVERAGE,
  /// Greatest such distance.
  COMPLETE,
  /// Least such distance.
  SINGLE
}

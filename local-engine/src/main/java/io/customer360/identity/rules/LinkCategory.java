package io.customer360.identity.rules;

/// How sure a link is by its nature.
public enum LinkCategory {
  /// An identifier that belongs to one person was the same.
  DETERMINISTIC,
  /// Compared fields weighed more for than against; such a link has a weight.
  PROBABILISTIC,
  /// Somebody looked at both and said so.
  JUDGED
}

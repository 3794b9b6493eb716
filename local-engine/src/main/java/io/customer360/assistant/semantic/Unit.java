package io.customer360.assistant.semantic;

/// What a figure is, and so how it is written.
public enum Unit {
  COUNT,
  NUMBER,
  /// Whole currency units.
  MONEY,
  /// With pence: single orders and averages.
  MONEY_EXACT,
  SHARE,
  /// A probability, two decimals.
  SCORE,
  DAYS,
  YEARS
}

package io.customer360.profile;

/// What a cell holds, so that a screen can align and format it.
public enum ValueKind {
  /// [String]
  TEXT,
  /// [Long] or [Integer]
  COUNT,
  /// [Double]
  NUMBER,
  /// [Double], 0 to 1
  SHARE,
  /// [java.math.BigDecimal] in the workspace currency
  MONEY,
  /// [java.time.LocalDate]
  DATE,
  /// [java.time.Instant]
  TIME
}

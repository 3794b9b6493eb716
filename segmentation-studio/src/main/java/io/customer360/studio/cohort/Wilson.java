package io.customer360.studio.cohort;

/// Wilson's score interval of a share (1927), 95 %: honest for few customers and shares near 0 or
/// 1.
///
/// @param low 0 to 1
/// @param high 0 to 1
public record Wilson(double low, double high) {
  private static final double Z = 1.959963984540054;

  /// @param hits 0 to `of`
  /// @param of at least 1
  public static Wilson of(long hits, long of) {
    double p = (double) hits / of;
    double z2 = Z * Z / of;
    double middle = (p + z2 / 2) / (1 + z2);
    double half = Z * Math.sqrt(p * (1 - p) / of + z2 / (4.0 * of)) / (1 + z2);
    return new Wilson(Math.max(0, middle - half), Math.min(1, middle + half));
  }
}

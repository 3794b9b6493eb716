package io.customer360.feature;

/// The features of one customer on one day. A missing value is `NaN`.
@FunctionalInterface
public interface FeatureRow {
  double get(String column);

  default boolean has(String column) {
    return !Double.isNaN(get(column));
  }
}

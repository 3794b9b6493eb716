package io.customer360.feature;

/// How a feature is bent before a linear model sees it.
public enum FeatureShape {
  /// As it is: shares, ratings, sentiment.
  LINEAR,
  /// `log(1 + x)`, sign kept: counts, days and money, whose long tail would rule the fit.
  LOG
}

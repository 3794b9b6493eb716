package io.customer360.studio.cluster.mixture;

/// How a mixture is fitted.
///
/// @param k components, at least 1
/// @param full whether a component may lean (full covariance) or its columns vary independently
/// @param maxIterations of expectation and maximisation
/// @param tolerance stop when the mean log-likelihood of a row rises by less
/// @param ridge added to each variance, as a share of the columns' mean variance, so that no
///     component collapses onto a few equal rows
public record MixtureOptions(
    int k, boolean full, int maxIterations, double tolerance, double ridge, long seed) {
  /// As scikit-learn: tolerance 1e-3, 100 iterations, ridge 1e-6.
  public static MixtureOptions of(int k, boolean full, long seed) {
    return new MixtureOptions(k, full, 100, 1e-3, 1e-6, seed);
  }
}

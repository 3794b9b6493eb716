package io.customer360.studio.cluster.mixture;

/// A fitted mixture.
///
/// @param weights share of each component, summing to 1
/// @param means of the components, `k` points of `d` coordinates
/// @param covariances of the components, each `d` by `d` (only the diagonal for diagonal ones)
/// @param labels most likely component of each row
/// @param membership probability of each row's most likely component
/// @param logLikelihood mean over the rows
/// @param bic Bayesian information criterion, lower is better
public record MixtureResult(
    double[] weights,
    double[][] means,
    double[][][] covariances,
    int[] labels,
    double[] membership,
    double logLikelihood,
    double bic,
    int iterations,
    boolean converged) {}

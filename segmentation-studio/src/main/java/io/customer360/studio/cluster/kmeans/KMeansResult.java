package io.customer360.studio.cluster.kmeans;

/// What k-means found.
///
/// @param centres `k` points of `d` coordinates, each the mean of its rows
/// @param labels the cluster of each row, 0 to `k - 1`
/// @param inertia sum of squared distances of the rows to their centres
/// @param converged whether it stopped by itself, not at the limit
/// @param restarts starts tried; the one with the least inertia on the sample was refined
/// @param sampledRows rows the starts were tried on
/// @param reseeded how often an empty cluster was given a new row
public record KMeansResult(
    double[][] centres,
    int[] labels,
    double inertia,
    int iterations,
    boolean converged,
    int restarts,
    int sampledRows,
    int reseeded) {}

package io.customer360.studio.cluster.density;

/// What DBSCAN found.
///
/// @param labels 0 to `clusters - 1` in the order of each cluster's first core row; -1 for noise
/// @param core whether a row has enough neighbours
/// @param epsilon the radius used
/// @param suggested whether the radius was suggested from the distances and not given
/// @param kDistances the sorted distances to the `minPoints`-th row, of a sample, for a plot; empty
///     when the radius was given
public record DbscanResult(
    int[] labels,
    int clusters,
    boolean[] core,
    double epsilon,
    boolean suggested,
    double[] kDistances) {}

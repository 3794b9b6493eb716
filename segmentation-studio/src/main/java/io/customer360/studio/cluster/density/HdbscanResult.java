package io.customer360.studio.cluster.density;

/// What HDBSCAN found.
///
/// @param labels 0 to `clusters - 1`; -1 for noise
/// @param membership 0 to 1, how deep within its cluster a row lies; 0 for noise
/// @param persistence of each cluster: its excess of mass
public record HdbscanResult(
    int[] labels, int clusters, double[] membership, double[] persistence) {}

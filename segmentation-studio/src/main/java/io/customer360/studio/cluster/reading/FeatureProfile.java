package io.customer360.studio.cluster.reading;

/// One feature within one cluster.
///
/// @param mean in original units
/// @param deviations how many standard deviations (of all rows) the cluster's mean lies above the
///     mean of all rows
/// @param standardDeviation within the cluster, in original units
public record FeatureProfile(
    String feature, double mean, double deviations, double standardDeviation) {}

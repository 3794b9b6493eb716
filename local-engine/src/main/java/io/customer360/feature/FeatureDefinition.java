package io.customer360.feature;

/// One number known of each customer on a day.
///
/// @param column its name in `gold.feature`
/// @param label plain words: `Days since last order`
/// @param unit `days`, `orders`, `GBP`, `share` ...
/// @param meaning one sentence: what exactly is counted
/// @param reason the [FeatureReason] it belongs to when a score is explained
/// @param shape how it enters a linear model
/// @param floor values below are read as this (winsorising by meaning, so a rare event keeps its
///     weight)
/// @param cap values above are read as this
public record FeatureDefinition(
    String column,
    String label,
    String unit,
    String meaning,
    String reason,
    FeatureShape shape,
    double floor,
    double cap) {}

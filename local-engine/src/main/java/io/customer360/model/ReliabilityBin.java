package io.customer360.model;

/// One tenth of the judged customers, by score: what was predicted and what came true.
///
/// @param upTo the highest score in the bin
/// @param predicted mean score
/// @param observed share of positives
/// @param low lower end of the 95 % interval of `observed` (Wilson)
/// @param high upper end
public record ReliabilityBin(
    int n, double upTo, double predicted, double observed, double low, double high) {}

package io.customer360.insight;

/// What the last look found.
///
/// @param checked how many shifts and detectors were tested
/// @param shown how many cards came out
/// @param words `126 shifts checked, 4 shown. False findings held to 5 %.`
public record InsightSummary(int checked, int shown, double falseDiscoveryRate, String words) {}

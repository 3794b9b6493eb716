package io.customer360.model;

/// One tenth of the judged customers, by score: what was predicted and what came true.
public record ReliabilityBin(int n, double predicted, double observed, double low, double high) {}

package io.customer360.ingest.value;

/// Something detected rather than told.
///
/// @param confidence 0 to 1
/// @param reason why, in plain words
public record Guess<T>(T value, double confidence, String reason) {}

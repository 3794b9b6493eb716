package io.customer360.ingest.suggest;

import org.jspecify.annotations.Nullable;

/// Why a canonical column is filled from a raw one (or from nothing).
///
/// @param target canonical column
/// @param from raw column, null when none fits
/// @param confidence 0 to 1
public record ColumnSuggestion(
    String target, @Nullable String from, double confidence, String reason) {}

package io.customer360.ingest.suggest;

import java.util.List;

/// How well a file fits one canonical dataset.
///
/// @param confidence 0 to 1
/// @param missing required columns nothing was found for
public record DatasetSuggestion(
    String dataset,
    double confidence,
    String reason,
    List<ColumnSuggestion> columns,
    List<String> missing) {}

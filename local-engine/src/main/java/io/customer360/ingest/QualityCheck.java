package io.customer360.ingest;

/// A check of a landing against earlier ones and against itself.
///
/// @param name `volume`, `empty column`, `unit error`, `freshness`, `held back`
/// @param field canonical column, or empty
/// @param passed false is an alarm
/// @param words what was seen and what was expected, one line
public record QualityCheck(
    String dataset,
    String source,
    String landing,
    String file,
    String name,
    String field,
    boolean passed,
    String words) {}

package io.customer360.ingest.quarantine;

/// A row that broke the contract.
///
/// @param field the canonical column that broke it
/// @param rule in words: `must be -500 to 500`
/// @param value as received
/// @param hint what it may be: `Unit error, 1,000 times the median`; may be empty
/// @param raw the row as received, as JSON
/// @param note the fix or the reason it was given up; may be empty
public record QuarantineRow(
    long id,
    String dataset,
    String source,
    String landing,
    String file,
    long line,
    String field,
    String rule,
    String value,
    String hint,
    String raw,
    QuarantineStatus status,
    String note) {}

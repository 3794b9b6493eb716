package io.customer360.ingest.quarantine;

/// What a fix did.
///
/// @param fixed rows that are good now
/// @param open rows still held back
/// @param mapping name and revision of the mapping that holds the fix
public record ReplayReport(String expression, long chosen, long fixed, long open, String mapping) {}

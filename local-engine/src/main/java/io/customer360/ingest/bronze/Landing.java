package io.customer360.ingest.bronze;

import java.time.Instant;

/// A file that was landed. Always `rows = accepted + quarantined + duplicates`.
///
/// @param id names the landing and its file in the workspace
/// @param mapping name of the mapping
public record Landing(
    String id,
    String dataset,
    String source,
    String file,
    String sha256,
    long bytes,
    Instant receivedAt,
    String mapping,
    int mappingRevision,
    long rows,
    long accepted,
    long quarantined,
    long duplicates) {}

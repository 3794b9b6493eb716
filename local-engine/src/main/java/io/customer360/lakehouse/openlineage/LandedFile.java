package io.customer360.lakehouse.openlineage;

import java.time.Instant;

/// A file that was taken in: where its rows went, and when.
///
/// @param id names the landing
/// @param dataset canonical dataset, `transaction`
/// @param file its name
/// @param sha256 of its bytes, hexadecimal
/// @param accepted rows that became good ones
public record LandedFile(
    String id,
    String dataset,
    String source,
    String file,
    String sha256,
    long bytes,
    Instant receivedAt,
    long rows,
    long accepted) {}

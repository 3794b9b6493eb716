package io.customer360.lakehouse.openlineage;

import java.time.Instant;

/// The last build of a model or step that succeeded.
///
/// @param builder `gold.customer` for a SQL model, `model:identity` for a step
/// @param startedAt to the microsecond
/// @param seconds it took
public record BuiltTable(String builder, Instant startedAt, double seconds) {}

package io.customer360.lakehouse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table of the lake as it stands.
///
/// @param name `gold.customer`
/// @param refreshedAt when it was last built; null for tables no refresh builds
/// @param seconds the last build took
/// @param hash of the content after the last build; empty where none is kept
/// @param stale its inputs, its text or the date have changed since
public record TableStatus(
    String name,
    long rows,
    List<ColumnInfo> columns,
    @Nullable Instant refreshedAt,
    double seconds,
    String hash,
    boolean stale) {
  public TableStatus {
    columns = List.copyOf(columns);
  }
}

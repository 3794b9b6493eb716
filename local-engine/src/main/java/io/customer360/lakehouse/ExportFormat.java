package io.customer360.lakehouse;

/// Files a query can be written to.
public enum ExportFormat {
  CSV,
  JSON,
  PARQUET,
  /// Arrow IPC file.
  ARROW
}

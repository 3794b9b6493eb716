package io.customer360.ingest;

/// Where a row held back stands.
public enum QuarantineStatus {
  OPEN,
  FIXED,
  DISCARDED
}

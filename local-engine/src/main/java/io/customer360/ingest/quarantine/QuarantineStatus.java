package io.customer360.ingest.quarantine;

/// Where a row held back stands.
public enum QuarantineStatus {
  OPEN,
  FIXED,
  DISCARDED
}

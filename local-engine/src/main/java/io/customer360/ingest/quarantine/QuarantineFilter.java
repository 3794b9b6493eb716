package io.customer360.ingest.quarantine;

import java.util.Optional;

/// Which rows held back to list.
public record QuarantineFilter(
    Optional<String> dataset,
    Optional<String> landing,
    Optional<QuarantineStatus> status,
    int limit) {
  /// The open rows of everything.
  public static QuarantineFilter open(int limit) {
    return new QuarantineFilter(
        Optional.empty(), Optional.empty(), Optional.of(QuarantineStatus.OPEN), limit);
  }
}

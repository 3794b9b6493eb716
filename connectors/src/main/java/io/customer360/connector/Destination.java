package io.customer360.connector;

import io.customer360.job.Progress;

/// One place approved actions are delivered to. Implementations are thread-safe, never throw for an
/// answer of the target, and never retry by themselves.
public interface Destination {
  /// The target's name as the outbox has it: `sandbox`, `crm-call-list`.
  String name();

  /// Whether the target recognises a repeated [Parcel#key] and processes it once. An intent whose
  /// call was cut off may be sent again only to such a target.
  boolean idempotent();

  /// Delivers once. Blocks for as long as the target's time-out.
  Attempt deliver(Parcel parcel, Progress progress);
}

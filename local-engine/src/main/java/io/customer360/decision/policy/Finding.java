package io.customer360.decision.policy;

import java.time.Instant;

/// What a policy says about a situation, always with the fact and its numbers.
public sealed interface Finding {
  String fact();

  /// Nothing speaks against it.
  record Pass(String fact) implements Finding {}

  /// Not allowed; `passWhen` is what would have to change.
  record Fail(String fact, String passWhen) implements Finding {}

  /// Allowed, and not before `until`.
  record Hold(Instant until, String fact) implements Finding {}
}

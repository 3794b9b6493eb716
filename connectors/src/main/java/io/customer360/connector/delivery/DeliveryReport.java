package io.customer360.connector.delivery;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a run of the courier did, counted by intent but for `retried`, which counts attempts.
///
/// @param sent taken by their target
/// @param bounced taken, person not reachable
/// @param retried attempts that will be made again
/// @param failed given up: refused, or out of attempts
/// @param unknown cut off at a target without idempotency; wait for a read or a person
/// @param closed targets that wanted nothing more and were disabled
/// @param halted why nothing leaves at present; blank when nothing is stopped
/// @param unserved destinations that could not be served: by name, why and what to do
public record DeliveryReport(
    int sent,
    int bounced,
    int retried,
    int failed,
    int unknown,
    int closed,
    double seconds,
    String halted,
    Map<String, String> unserved) {
  public DeliveryReport {
    unserved = Collections.unmodifiableMap(new TreeMap<>(unserved));
  }

  public DeliveryReport withUnserved(Map<String, String> names) {
    return new DeliveryReport(
        sent, bounced, retried, failed, unknown, closed, seconds, halted, names);
  }

  /// Whether everything that was to be done was done, or will be.
  public boolean complete() {
    return failed + closed == 0 && halted.isBlank() && unserved.isEmpty();
  }
}

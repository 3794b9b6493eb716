package io.customer360.connector.delivery;

import java.util.Map;

/// Counts what a run does. One thread.
final class Tally {
  int sent;
  int bounced;
  int retried;
  int failed;
  int unknown;
  int closed;

  DeliveryReport report(double seconds, String halted) {
    return new DeliveryReport(
        sent, bounced, retried, failed, unknown, closed, seconds, halted, Map.of());
  }
}

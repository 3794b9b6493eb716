package io.customer360.connector.delivery;

/// What a run of the courier did, counted by intent but for `retried`, which counts attempts.
///
/// @param sent taken by their target
/// @param bounced taken, person not reachable
/// @param retried attempts that will be made again
/// @param failed given up: refused, or out of attempts
/// @param unknown cut off at a target without idempotency; wait for a read or a person
/// @param closed targets that wanted nothing more and were disabled
public record DeliveryReport(
    int sent, int bounced, int retried, int failed, int unknown, int closed, double seconds) {}

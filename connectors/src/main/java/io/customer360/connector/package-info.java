/// Destinations and their delivery: takes what the outbox holds to the outside, once.
///
/// A [io.customer360.connector.Destination] knows one target's manners; the courier in `delivery`
/// knows retries, limits and the outbox's states; neither knows the other's.
@NullMarked
package io.customer360.connector;

import org.jspecify.annotations.NullMarked;

/// Destinations and their delivery: takes what the outbox holds to the outside, once.
@NullMarked
package io.customer360.connector;

import org.jspecify.annotations.NullMarked;

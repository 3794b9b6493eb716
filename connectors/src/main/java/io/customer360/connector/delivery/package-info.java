/// The courier: takes due intents from the outbox, hands them to their destination, and writes what
/// came of it; retries with backoff and jitter, one rate limit a target.
@NullMarked
package io.customer360.connector.delivery;

import org.jspecify.annotations.NullMarked;

/// Signed webhooks as Standard Webhooks 1.0.0 has them, and the guard against calling inside.
@NullMarked
package io.customer360.connector.webhook;

import org.jspecify.annotations.NullMarked;

/// Segments on their way out: who may be addressed, what may be sent of them, and the rows in the
/// outbox.
@NullMarked
package io.customer360.studio.activate;

import org.jspecify.annotations.NullMarked;

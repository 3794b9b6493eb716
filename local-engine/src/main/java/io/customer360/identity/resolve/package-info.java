/// Resolving everybody or the few that new records reach; what changed, and golden values.
@NullMarked
package io.customer360.identity.resolve;

import org.jspecify.annotations.NullMarked;

/// The catalogue: what may be done for a customer, as text in the workspace's `offers/*.yaml`.
/// See [io.customer360.decision.action.ActionDefinition] for the keys.
@NullMarked
package io.customer360.decision.action;

import org.jspecify.annotations.NullMarked;

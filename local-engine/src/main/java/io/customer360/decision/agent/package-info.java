/// The agents: goal, audience, allowed actions and autonomy, and the trace of what each did:
/// Observe, Reason, Decide, Act.
@NullMarked
package io.customer360.decision.agent;

import org.jspecify.annotations.NullMarked;

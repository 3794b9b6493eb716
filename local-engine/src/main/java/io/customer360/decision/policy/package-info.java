/// What must hold whatever an action would bring: consent, contact policy, quiet hours, budget, who
/// may let it go. Text in the workspace's `policies/*.yaml`, each with examples that are executed
/// whenever it is read.
@NullMarked
package io.customer360.decision.policy;

import org.jspecify.annotations.NullMarked;

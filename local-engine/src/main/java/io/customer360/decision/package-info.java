/// Next best actions: agents propose, policies check, people approve, the outbox delivers, outcomes
/// come back. [io.customer360.decision.Decisions] is the face; the pure core is
/// `decision.arbitration`, the texts a person can change are read by `decision.action` and
/// `decision.policy`.
@NullMarked
package io.customer360.decision;

import org.jspecify.annotations.NullMarked;

/// The Action Center: what the agents propose, one screen a decision, and what became of what was
/// sent. Knows the face `decision.Decisions`; delivery is asked for through
/// [io.customer360.ui.decision.DeliverySwitch].
@NullMarked
package io.customer360.ui.decision;

import org.jspecify.annotations.NullMarked;

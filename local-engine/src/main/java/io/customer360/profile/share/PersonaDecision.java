package io.customer360.profile.share;

import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.DecisionInput;

/// A decision on a persona beside the input it was made from. The input can be decided again under
/// other policies.
public record PersonaDecision(DecisionInput input, Decision decision) {}

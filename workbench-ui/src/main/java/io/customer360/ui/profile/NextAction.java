package io.customer360.ui.profile;

import io.customer360.decision.arbitration.Decision;

/// What to do next for a customer.
///
/// @param waiting whether it is proposed and waits in the Action Center; otherwise it was worked
///     out
///     for this view only
public record NextAction(Decision decision, boolean waiting) {}

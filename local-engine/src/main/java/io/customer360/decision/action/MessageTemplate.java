package io.customer360.decision.action;

/// What the customer reads. `{{first_name}}` and every other fact may stand in it; a token whose
// fact
/// is empty for the customer takes its fallback, as in `{{first_name|customer}}`, else the message
/// counts as incomplete and the action does not pass.
public record MessageTemplate(String subject, String body) {}

package io.customer360.decision;

import java.math.BigDecimal;
import java.time.Instant;

/// Something that came back.
///
/// @param idempotencyKey of the intent it answers
/// @param note reply text, bounce reason, blank if none
/// @param amount money it brought, 0 if none
public record Outcome(
    String idempotencyKey, OutcomeKind kind, Instant at, String note, BigDecimal amount) {}

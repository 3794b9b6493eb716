package io.customer360.profile;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A past decision about this customer in a line: what, its state, what came of it in money.
public record DecisionNote(
    String decisionId,
    Instant at,
    String title,
    @Nullable String channel,
    String state,
    @Nullable BigDecimal outcome) {}

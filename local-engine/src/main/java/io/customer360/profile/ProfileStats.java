package io.customer360.profile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The figures in the header. `atRisk` = churn risk x margin of the last twelve months. Null where
/// nothing is known, never zero instead.
public record ProfileStats(
    @Nullable Double churnRisk,
    @Nullable Double churnBefore,
    @Nullable LocalDate churnBeforeOn,
    BigDecimal revenue12m,
    BigDecimal margin12m,
    @Nullable BigDecimal atRisk,
    @Nullable Instant lastOrderAt,
    @Nullable Integer daysSinceOrder,
    @Nullable Double usualGapDays) {}

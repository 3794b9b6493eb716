package io.customer360.profile.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One cell of the consent matrix, purpose by channel; the most restrictive of `records` records.
public record ConsentCell(
    String purpose,
    String channel,
    ConsentStatus status,
    @Nullable Instant recordedAt,
    @Nullable String source,
    int records) {}

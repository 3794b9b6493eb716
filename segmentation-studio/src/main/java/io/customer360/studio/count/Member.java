package io.customer360.studio.count;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One customer of a segment, for a list.
///
/// @param margin12m margin of 12 months
/// @param churnRisk 0 to 1, null when not scored
public record Member(
    String customerId,
    @Nullable String name,
    @Nullable String city,
    @Nullable Instant lastOrderAt,
    double margin12m,
    @Nullable Double churnRisk) {}

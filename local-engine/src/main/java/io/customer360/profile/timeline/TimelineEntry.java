package io.customer360.profile.timeline;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One event of a customer. `file` and `line` lead back to the received row.
public record TimelineEntry(
    Instant at,
    TimelineDomain domain,
    String kind,
    @Nullable String channel,
    String title,
    @Nullable String detail,
    @Nullable BigDecimal amount,
    @Nullable String ref,
    Tone tone,
    @Nullable String file,
    @Nullable Long line) {}

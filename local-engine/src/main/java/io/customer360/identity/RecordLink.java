package io.customer360.identity;

import io.customer360.identity.rules.MatchRule;
import org.jspecify.annotations.Nullable;

/// One source record of a customer and why it is there. `matchedWith` is the record it was joined
/// to, `identifier` the value both share (null for the first record).
public record RecordLink(
    String sourcePersonId,
    String customerId,
    MatchRule rule,
    @Nullable String matchedWith,
    @Nullable String identifier) {}

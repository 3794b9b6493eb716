package io.customer360.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One record of this person in a source system and the rule that attached it.
public record SourceRecord(
    String sourcePersonId,
    String source,
    String sourceKey,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    String rule,
    @Nullable String matchedWith,
    @Nullable String file,
    @Nullable Long line) {}

package io.customer360.profile;

import org.jspecify.annotations.Nullable;

/// Where a customer stands in a list: `position` of `total` in `list`, from 1.
public record Neighbours(
    String list, long position, long total, @Nullable String previousId, @Nullable String nextId) {}

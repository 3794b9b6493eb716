package io.customer360.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A segment this customer is in, and since when.
public record SegmentSince(String segment, @Nullable LocalDate since) {}

package io.customer360.profile.search;

/// Characters `start` (inclusive) to `end` (exclusive) of a text, in UTF-16 units.
public record Span(int start, int end) {}

package io.customer360.assistant;

/// Words of the question that were not understood, as character offsets `start` (inclusive) to
/// `end` (exclusive) into the question.
public record UnknownSpan(int start, int end, String text) {}

package io.customer360.profile;

import java.time.Instant;

/// What a model says of a customer from what was known at a moment; `score` between 0 and 1.
public record ScorePoint(String model, Instant at, double score) {}

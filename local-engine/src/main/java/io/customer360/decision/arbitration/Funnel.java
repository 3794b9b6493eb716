package io.customer360.decision.arbitration;

/// How many actions were left after each stage.
public record Funnel(
    int all, int eligible, int applies, int suits, int consent, int contact, int budget) {}

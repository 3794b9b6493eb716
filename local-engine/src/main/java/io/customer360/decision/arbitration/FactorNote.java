package io.customer360.decision.arbitration;

/// Where a factor comes from: `context`, `two late deliveries`, `+40 %`.
public record FactorNote(String factor, String why, String amount) {}

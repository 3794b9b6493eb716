package io.customer360.decision.arbitration;

import java.util.List;

/// How sure the decision is: the geometric mean of its parts.
public record Confidence(double value, List<Part> parts) {
  public Confidence {
    parts = List.copyOf(parts);
  }

  /// High from .80, Medium from .60, else Low.
  public String word() {
    return value >= 0.8 ? "High" : value >= 0.6 ? "Medium" : "Low";
  }

  /// `Churn model`, 0.82, `churn v14 at this score`.
  public record Part(String name, double value, String why) {}
}

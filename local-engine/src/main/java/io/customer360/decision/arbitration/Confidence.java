package io.customer360.decision.arbitration;

import java.util.List;

/// How sure the decision is: the geometric mean of its parts.
public record Confidence(double value, List<Part> parts) {
  public Confidence {
    parts = List.copyOf(parts);
  }

  /// High from .80, Medium from .60, else Low, of the value as it is printed.
  public String word() {
    long hundredths = Math.round(value * 100);
    return hundredths >= 80 ? "High" : hundredths >= 60 ? "Medium" : "Low";
  }

  /// `Churn model`, 0.82, `churn v14 at this score`.
  public record Part(String name, double value, String why) {}
}

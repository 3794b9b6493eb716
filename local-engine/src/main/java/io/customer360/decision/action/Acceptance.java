package io.customer360.decision.action;

import java.util.List;

/// How likely a customer takes the action: `base * (1 + sum of adjustments / 100)`, and with a
/// model named the mean of that and the model's score.
///
/// @param base prior probability, 0 to 1
/// @param model `propensity`, or blank
public record Acceptance(double base, String model, List<Adjustment> adjust) {
  public Acceptance {
    adjust = List.copyOf(adjust);
  }
}

package io.customer360.profile.timeline;

import java.time.Instant;

/// A stretch of a customer's way during which the stage stayed the same.
///
/// @param from the first moment of it, within the days looked at
/// @param until the first moment after it, or the end of the days looked at
public record JourneyStage(Stage stage, Instant from, Instant until) {

  /// Where somebody stands by his orders alone, by the definitions of `gold.customer.lifecycle`.
  public enum Stage {
    PROSPECT("Prospect"),
    NEW("New"),
    ACTIVE("Active"),
    AT_RISK("At risk"),
    CHURNED("Churned");

    private final String words;

    Stage(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}

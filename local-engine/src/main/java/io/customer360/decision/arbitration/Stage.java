package io.customer360.decision.arbitration;

import java.util.Locale;

/// The funnel, in order. A blocked action names the first stage it did not pass.
public enum Stage {
  ELIGIBILITY("Eligibility"),
  APPLICABILITY("Applicability"),
  SUITABILITY("Suitability"),
  CONSENT("Consent"),
  CONTACT("Contact policy"),
  BUDGET("Budget");

  private final String words;

  Stage(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

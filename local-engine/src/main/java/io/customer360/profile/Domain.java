package io.customer360.profile;

/// The seven domains of a profile, in the order of its tabs.
public enum Domain {
  IDENTITY("Identity"),
  TRANSACTIONS("Transactions"),
  ENGAGEMENT("Engagement"),
  SERVICE("Service"),
  LOYALTY("Loyalty"),
  FINANCIAL("Financial"),
  DIGITAL("Digital");

  private final String words;

  Domain(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

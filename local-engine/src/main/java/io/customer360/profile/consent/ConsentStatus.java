package io.customer360.profile.consent;

/// What a person said.
public enum ConsentStatus {
  YES("Yes", "yes"),
  NO("No", "no"),
  NOT_ASKED("Not asked", "not_asked");

  private final String words;
  private final String stored;

  ConsentStatus(String words, String stored) {
    this.words = words;
    this.stored = stored;
  }

  public String words() {
    return words;
  }

  /// As stored in `gold.consent.status`.
  public String stored() {
    return stored;
  }

  public static ConsentStatus of(String stored) {
    for (ConsentStatus status : values()) {
      if (status.stored.equals(stored)) {
        return status;
      }
    }
    return NOT_ASKED;
  }
}

package io.customer360.studio.rule;

/// What a customer said, as `gold.consent` has it.
public enum ConsentStatus {
  YES("yes"),
  NO("no"),
  /// There is no answer on record.
  NOT_ASKED("not_asked");

  private final String key;

  ConsentStatus(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }
}

package io.customer360.decision.action;

/// How an action reaches the customer.
public enum Channel {
  CALL("by phone", "phone"),
  EMAIL("by e-mail", "email"),
  SMS("by SMS", "sms"),
  POST("by post", "post"),
  PUSH("by app message", "app"),
  /// Nothing is sent: a change in a system, a note for staff.
  NONE("without a message", "");

  private final String words;
  private final String consentChannel;

  Channel(String words, String consentChannel) {
    this.words = words;
    this.consentChannel = consentChannel;
  }

  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /// As shown after "No marketing": `by SMS`.
  public String words() {
    return words;
  }

  /// The channel's name in the consent data set; blank for [#NONE].
  public String consentChannel() {
    return consentChannel;
  }
}

package io.customer360.profile.timeline;

import java.util.Locale;

/// The kinds of event a timeline can be filtered by.
public enum TimelineDomain {
  TRANSACTIONS("Orders"),
  DELIVERY("Delivery"),
  SERVICE("Service"),
  ENGAGEMENT("Messages"),
  DIGITAL("Web and app"),
  LOYALTY("Loyalty"),
  DECISION("Decisions");

  private final String words;

  TimelineDomain(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /// As stored in `gold.timeline.domain`.
  public String stored() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static TimelineDomain of(String stored) {
    return valueOf(stored.toUpperCase(Locale.ROOT));
  }
}

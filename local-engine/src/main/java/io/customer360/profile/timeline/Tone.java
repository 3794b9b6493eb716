package io.customer360.profile.timeline;

/// How an event reads at a glance.
public enum Tone {
  NORMAL,
  GOOD,
  BAD,
  WARN
}

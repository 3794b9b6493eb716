package io.customer360.profile;

/// How an event reads at a glance.
public enum Tone {
  NORMAL,
  GOOD,
  BAD,
  WARN
}

package io.customer360.studio.segment;

import io.customer360.fault.WorkbenchException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How often a segment's members are found anew. In between it keeps the members it has: people who
/// are addressed over some weeks stay the same people.
public enum Schedule {
  /// With every refresh of the data.
  ALWAYS(Duration.ZERO),
  DAILY(Duration.ofDays(1)),
  WEEKLY(Duration.ofDays(7)),
  MONTHLY(Duration.ofDays(30)),
  /// Only when somebody writes the members.
  BY_HAND(Duration.ofDays(36_500));

  private final Duration rest;

  Schedule(Duration rest) {
    this.rest = rest;
  }

  /// As texts and commands say it: `by-hand`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @param text a key
  /// @param where it stands, for the message
  /// @throws WorkbenchException when it is none
  public static Schedule of(String text, String where) {
    return Arrays.stream(values())
        .filter(one -> one.key().equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                WorkbenchException.user(
                    "C360-SEG-030",
                    where
                        + ": refresh is "
                        + Arrays.stream(values())
                            .map(Schedule::key)
                            .collect(Collectors.joining(", "))
                        + ", not "
                        + text
                        + "."));
  }

  /// Whether members found at a moment are to be found anew.
  boolean due(Instant last, Instant now) {
    return !now.isBefore(last.plus(rest));
  }
}

package io.customer360.connector.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the sandbox receiver does with a call.
public enum Mood {
  /// Takes it: 200.
  OK,
  /// Asks for a pause: 429 with `Retry-After: 1`.
  BUSY,
  /// Fails: 500.
  FAULTY,
  /// Takes it and cuts the line before answering.
  CUT,
  /// Does not answer within the caller's time-out.
  SILENT,
  /// Cannot reach the person: 422.
  BOUNCE,
  /// Wants nothing more: 410.
  GONE;

  public static Optional<Mood> named(String text) {
    return Arrays.stream(values())
        .filter(mood -> mood.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}

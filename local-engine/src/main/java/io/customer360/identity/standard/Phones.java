package io.customer360.identity.standard;

import org.jspecify.annotations.Nullable;

/// Phone numbers as digits.
final class Phones {
  private static final int SHORTEST = 5;

  private Phones() {}

  /// Digits without the signs of dialling out (00, +) and without an extension; null when there
  /// are too few or all are the same.
  static @Nullable String read(String value) {
    String text = value.toLowerCase(java.util.Locale.ROOT);
    int extension = text.indexOf('x');
    if (extension > SHORTEST) {
      text = text.substring(0, extension);
    }
    String digits = Folding.digits(text.replace("(0)", ""));
    if (digits.startsWith("00")) {
      digits = digits.substring(2);
    }
    if (digits.length() < SHORTEST || digits.chars().distinct().count() == 1) {
      return null;
    }
    return digits;
  }
}

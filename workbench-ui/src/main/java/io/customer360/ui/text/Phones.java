package io.customer360.ui.text;

/// Phone numbers as people read them.
public final class Phones {
  private Phones() {}

  /// `+447700900482` as `+44 7700 900482`; anything that is not a British number as it is.
  public static String grouped(String value) {
    return value.matches("\\+44\\d{10}")
        ? "+44 " + value.substring(3, 7) + " " + value.substring(7)
        : value;
  }
}

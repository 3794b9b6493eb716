package io.customer360.profile.search;

import java.util.List;

/// Telephone numbers as people type them, brought to the digits after the country code.
final class PhoneDigits {
  private static final List<String> COUNTRY_CODES =
      List.of(
          "353", "351", "420", "48", "44", "49", "33", "31", "32", "34", "39", "41", "43", "45",
          "46", "47", "90", "61", "64", "91", "1");

  private PhoneDigits() {}

  /// `+44 7700 900482`, `0044 7700 900482` and `07700 900482` all give `7700900482`.
  static String national(String phone) {
    String digits = phone.replaceAll("\\D", "");
    boolean international = phone.strip().startsWith("+");
    if (digits.startsWith("00")) {
      digits = digits.substring(2);
      international = true;
    }
    if (international) {
      for (String code : COUNTRY_CODES) {
        if (digits.startsWith(code)) {
          return withoutTrunk(digits.substring(code.length()));
        }
      }
      return digits;
    }
    return withoutTrunk(digits);
  }

  private static String withoutTrunk(String digits) {
    return digits.startsWith("0") ? digits.substring(1) : digits;
  }
}

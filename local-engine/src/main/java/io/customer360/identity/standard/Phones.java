package io.customer360.identity.standard;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The phone numbers of one column as national digits: whoever writes +44 20 7946 0018 and whoever
/// writes 020 7946 0018 has one number. The country's code is the one that most numbers with a plus
/// share and that numbers without it lack; where there is none, numbers keep all their digits.
final class Phones {
  private static final int SHORTEST = 5;
  private static final int LONGEST_COUNTRY = 3;
  private static final double MOST = 0.6;

  private final String country;
  private final int national;

  private Phones(String country, int national) {
    this.country = country;
    this.national = national;
  }

  /// A reader for a column with these values.
  static Phones forValues(Iterable<String> values) {
    Map<String, Integer> countries = new HashMap<>();
    Map<Integer, Integer> lengths = new HashMap<>();
    int international = 0;
    for (String value : values) {
      String digits = digits(value);
      if (digits.length() < SHORTEST + LONGEST_COUNTRY) {
        continue;
      }
      if (value.stripLeading().startsWith("+") || digits.startsWith("00")) {
        international++;
        String whole = digits.startsWith("00") ? digits.substring(2) : digits;
        for (int n = 1; n <= LONGEST_COUNTRY; n++) {
          countries.merge(whole.substring(0, n) + ":" + (whole.length() - n), 1, Integer::sum);
        }
      } else if (digits.startsWith("0")) {
        lengths.merge(digits.length() - 1, 1, Integer::sum);
      }
    }
    String best = "";
    int bestNational = 0;
    for (Map.Entry<String, Integer> entry : countries.entrySet()) {
      int colon = entry.getKey().indexOf(':');
      int rest = Integer.parseInt(entry.getKey().substring(colon + 1));
      String code = entry.getKey().substring(0, colon);
      boolean usual = entry.getValue() >= MOST * international;
      // Of 4, 44 and 447 the one that leaves as many digits as numbers written with a 0 have.
      if (usual && lengths.getOrDefault(rest, 0) > lengths.getOrDefault(bestNational, 0)) {
        best = code;
        bestNational = rest;
      }
    }
    return new Phones(best, bestNational);
  }

  /// Digits without the signs of dialling out and within (00, +, 0), the column's country and an
  /// extension; null when there are too few or all are the same.
  @Nullable String read(String value) {
    String digits = digits(value);
    if (digits.startsWith("00")) {
      digits = digits.substring(2);
    }
    if (!country.isEmpty()) {
      if (digits.length() == national + country.length() && digits.startsWith(country)) {
        digits = digits.substring(country.length());
      } else if (digits.length() == national + 1 && digits.startsWith("0")) {
        digits = digits.substring(1);
      }
    }
    if (digits.length() < SHORTEST || digits.chars().distinct().count() == 1) {
      return null;
    }
    return digits;
  }

  private static String digits(String value) {
    String text = value.toLowerCase(Locale.ROOT);
    int extension = text.indexOf('x');
    if (extension > SHORTEST) {
      text = text.substring(0, extension);
    }
    return Folding.digits(text.replace("(0)", ""));
  }
}

package io.customer360.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads telephone numbers as people write them. Safe for use by several threads.
public final class PhoneNumbers {
  /// What the library calls a region it does not know.
  private static final String NO_REGION = "ZZ";

  /// Values of a column that show how its numbers are written; more would show the same.
  private static final int ENOUGH = 2_000;

  /// Countries of written-out prefixes that are tried as a column's own.
  private static final int CANDIDATES = 8;

  private static final int LONGEST = 250;

  private PhoneNumbers() {}

  /// A number as `+` and its digits, the country's first: `07700 900123`, `0044 7700 900123` and
  /// `+44 (0)7700 900123 x12` all give `+447700900123` in `GB`. A number without its country's
  /// prefix is read as one of `region`, unless no number there is like it and one of `otherwise`
  /// is. An extension is left out.
  ///
  /// @param region ISO 3166 code of the country it was written in, null where that is not known
  /// @param otherwise the country to try after it, null for none
  /// @return null for what has the length of no number there, and for one digit repeated
  public static @Nullable String e164(
      String written, @Nullable String region, @Nullable String otherwise) {
    PhoneNumber first = read(written, region == null ? otherwise : region);
    if (region == null || otherwise == null || region.equalsIgnoreCase(otherwise)) {
      return form(first);
    }
    // To know whether a number exists takes as long as to read it, so it is asked only here.
    if (first != null && library().isValidNumber(first)) {
      return form(first);
    }
    PhoneNumber second = read(written, otherwise);
    boolean better = first == null || (second != null && library().isValidNumber(second));
    return form(better ? second : first);
  }

  /// The country whose numbers a column holds: the one, of those named by the prefixes that some of
  /// its values have, whose numbering plan knows most of the values that have none.
  ///
  /// @return its ISO 3166 code; null when no value has a country's prefix
  public static @Nullable String regionOf(List<String> values) {
    int step = Math.max(1, values.size() / ENOUGH);
    Map<String, Integer> named = new TreeMap<>();
    Map<String, Integer> bare = new HashMap<>();
    for (int i = 0; i < values.size(); i += step) {
      PhoneNumber number = read(values.get(i), null);
      if (number == null) {
        bare.merge(values.get(i), 1, Integer::sum);
      } else {
        String region = library().getRegionCodeForCountryCode(number.getCountryCode());
        named.merge(region, 1, Integer::sum);
      }
    }
    List<String> candidates =
        named.keySet().stream()
            .filter(region -> !region.equals(NO_REGION) && !region.equals("001"))
            .sorted((a, b) -> Objects.requireNonNull(named.get(b)) - named.getOrDefault(a, 0))
            .limit(CANDIDATES)
            .toList();
    String best = null;
    long most = -1;
    for (String region : candidates) {
      long known = bare.keySet().stream().filter(value -> isKnown(value, region)).count();
      if (known > most) {
        best = region;
        most = known;
      }
    }
    return best;
  }

  private static boolean isKnown(String value, String region) {
    PhoneNumber number = read(value, region);
    return number != null && number.getCountryCode() == library().getCountryCodeForRegion(region);
  }

  private static @Nullable PhoneNumber read(String written, @Nullable String region) {
    String text = written.strip();
    if (text.length() > LONGEST) {
      return null;
    }
    String known = region == null ? NO_REGION : region.toUpperCase(Locale.ROOT);
    if (text.startsWith("00")) {
      // Most of the world dials out with 00, and no country writes its own numbers so.
      PhoneNumber abroad = parse("+" + text.substring(2), NO_REGION);
      if (abroad != null) {
        return abroad;
      }
    }
    return parse(text, known);
  }

  private static @Nullable PhoneNumber parse(String text, String region) {
    PhoneNumber number = new PhoneNumber();
    try {
      library().parse(text, region, number);
    } catch (NumberParseException notANumber) {
      return null;
    }
    return library().isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
        ? number
        : null;
  }

  private static @Nullable String form(@Nullable PhoneNumber number) {
    return number == null || isOneDigit(number.getNationalNumber())
        ? null
        : library().format(number, PhoneNumberFormat.E164);
  }

  /// Whether it is one digit repeated, which people type to get past a form.
  private static boolean isOneDigit(long national) {
    return Long.toString(national).chars().distinct().count() == 1;
  }

  private static PhoneNumberUtil library() {
    return PhoneNumberUtil.getInstance();
  }
}

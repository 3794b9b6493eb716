package io.customer360.identity.standard;

import io.customer360.phone.PhoneNumbers;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The phone numbers of one column as the digits of E.164: whoever writes +44 20 7946 0018 and
/// whoever writes 020 7946 0018 has one number. Numbers without a country's prefix are read as
/// those of the country that the column's own prefixes show; where there is none, and where the
/// library knows no such number, they keep their digits.
final class Phones {
  private static final int SHORTEST = 5;

  private final @Nullable String region;

  private Phones(@Nullable String region) {
    this.region = region;
  }

  /// A reader for a column with these values.
  static Phones forValues(List<String> values) {
    return new Phones(PhoneNumbers.regionOf(values));
  }

  /// The country's digits and the number's, without `+`; null when there are too few digits or all
  /// are the same.
  @Nullable String read(String value) {
    boolean unknown = region == null && !value.contains("+") && !value.strip().startsWith("00");
    String number = unknown ? null : PhoneNumbers.e164(value, region, null);
    String digits = number == null ? digits(value) : number.substring(1);
    return digits.length() < SHORTEST || digits.chars().distinct().count() == 1 ? null : digits;
  }

  private static String digits(String value) {
    String text = value.toLowerCase(Locale.ROOT);
    int extension = text.indexOf('x');
    if (extension > SHORTEST) {
      text = text.substring(0, extension);
    }
    String digits = Folding.digits(text.replace("(0)", ""));
    return digits.startsWith("00") ? digits.substring(2) : digits;
  }
}

package io.customer360.ingest.value;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the values of one column look like.
///
/// @param format date pattern where one is needed
/// @param remark what a person must know, or null
public record ValueGuess(Guess<ColumnType> type, @Nullable String format, @Nullable String remark) {
  /// What an e-mail address looks like, for Java and SQL.
  public static final String EMAIL = "[^@\\s,;]+@[^@\\s,;]+\\.[A-Za-z]{2,}";

  private static final double MOST = 0.95;
  private static final Pattern ADDRESS = Pattern.compile(EMAIL);
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d*\\.\\d+|[+-]?\\d+");
  private static final Pattern MONEY =
      Pattern.compile("[+-]?[\\p{Sc}]\\s?[+-]?[\\d.,]+|[+-]?[\\d.,]+\\s?[\\p{Sc}]");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern COMMA =
      Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})*,\\d+|[+-]?\\d+,\\d+");
  private static final Pattern PHONE = Pattern.compile("\\+?[\\d ()./-]{7,20}");
  private static final Pattern IP_ADDRESS = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
  private static final Pattern UK_POSTCODE =
      Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}", Pattern.CASE_INSENSITIVE);
  private static final Set<String> BOOLEANS =
      Set.of("true", "false", "yes", "no", "y", "n", "t", "f");

  /// In capitals or without: "Bob" is a name, BOB and bob are the money of Bolivia.
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .flatMap(code -> Stream.of(code, code.toLowerCase(Locale.ROOT)))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> COUNTRIES = countries();

  public static ValueGuess of(List<String> values) {
    List<String> there =
        values.stream().map(v -> unmarked(v.strip())).filter(v -> !v.isEmpty()).toList();
    if (there.isEmpty()) {
      return plain(ColumnType.EMPTY, 1, "no value seen");
    }
    DateGuess date = DateGuess.of(there);
    if (date.share() >= MOST) {
      return new ValueGuess(
          new Guess<>(
              date.time() ? ColumnType.TIMESTAMP : ColumnType.DATE,
              date.confidence(),
              date.reason()),
          date.format(),
          date.remark());
    }
    double email = share(there, v -> ADDRESS.matcher(v).matches());
    if (email >= 0.8) {
      return plain(ColumnType.EMAIL, email, Words.percent(email) + " are e-mail addresses");
    }
    double whole = share(there, v -> WHOLE.matcher(v).matches());
    if (whole >= MOST) {
      return plain(ColumnType.WHOLE_NUMBER, whole, Words.percent(whole) + " are whole numbers");
    }
    double decimal = share(there, v -> DECIMAL.matcher(v).matches());
    if (decimal >= MOST) {
      return plain(ColumnType.DECIMAL, decimal, Words.percent(decimal) + " are numbers");
    }
    double comma = share(there, v -> COMMA.matcher(v).matches() || WHOLE.matcher(v).matches());
    if (comma >= MOST && there.stream().noneMatch(v -> GROUPED.matcher(v).matches())) {
      return new ValueGuess(
          new Guess<>(ColumnType.DECIMAL, comma, "numbers with a decimal comma"), "1.234,56", null);
    }
    String written = NumberForm.of(there);
    if (written != null) {
      return new ValueGuess(new Guess<>(ColumnType.MONEY, MOST, "amounts of money"), written, null);
    }
    double money =
        share(
            there,
            v ->
                MONEY.matcher(v).matches()
                    || GROUPED.matcher(v).matches()
                    || DECIMAL.matcher(v).matches());
    if (money >= MOST) {
      return new ValueGuess(
          new Guess<>(ColumnType.MONEY, money, "amounts of money"), "1,234.56", null);
    }
    return words(there);
  }

  /// Without the apostrophe a spreadsheet puts before a number it must take for a text.
  private static String unmarked(String value) {
    return value.length() > 1
            && value.charAt(0) == '\''
            && "+-0123456789".indexOf(value.charAt(1)) >= 0
        ? value.substring(1)
        : value;
  }

  private static ValueGuess words(List<String> there) {
    double bool = share(there, v -> BOOLEANS.contains(v.toLowerCase(Locale.ROOT)));
    if (bool >= MOST) {
      return plain(ColumnType.BOOLEAN, bool, "yes or no");
    }
    double currency = share(there, CURRENCIES::contains);
    if (currency >= 0.9) {
      return plain(ColumnType.CURRENCY, currency, "ISO 4217 codes");
    }
    double country = share(there, v -> COUNTRIES.contains(v.toLowerCase(Locale.ROOT)));
    if (country >= 0.7) {
      return plain(ColumnType.COUNTRY, country, "names or codes of countries");
    }
    double postcode = share(there, v -> UK_POSTCODE.matcher(v).matches());
    if (postcode >= 0.8) {
      return plain(ColumnType.POSTCODE, postcode, "postcodes");
    }
    double phone =
        share(
            there,
            v ->
                PHONE.matcher(v).matches()
                    && !IP_ADDRESS.matcher(v).matches()
                    && v.chars().filter(Character::isDigit).count() >= 7);
    if (phone >= 0.8) {
      return plain(ColumnType.PHONE, phone, "phone numbers");
    }
    double json = share(there, v -> v.startsWith("{") && v.endsWith("}"));
    if (json >= MOST) {
      return plain(ColumnType.JSON, json, "JSON objects");
    }
    return plain(ColumnType.TEXT, 0.9, "words");
  }

  private static ValueGuess plain(ColumnType type, double confidence, String reason) {
    return new ValueGuess(new Guess<>(type, confidence, reason), null, null);
  }

  public static double share(List<String> values, Predicate<String> test) {
    return values.stream().filter(test).count() / (double) values.size();
  }

  static boolean isCurrency(String code) {
    return CURRENCIES.contains(code);
  }

  private static Set<String> countries() {
    Set<String> names = new HashSet<>(Set.of("eire", "usa", "uk", "great britain", "england"));
    for (String code : Locale.getISOCountries()) {
      names.add(code.toLowerCase(Locale.ROOT));
      names.add(Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT));
    }
    return Set.copyOf(names);
  }
}

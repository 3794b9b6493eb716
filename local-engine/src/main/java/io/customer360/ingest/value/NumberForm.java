package io.customer360.ingest.value;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How amounts are written that are no plain numbers: with a currency, with blanks or apostrophes
/// between thousands, in brackets or with the sign behind them.
final class NumberForm {
  static final String POINT = "1,234.56";
  static final String COMMA = "1.234,56";

  private static final double MOST = 0.95;
  /// Share of the values that show by a decimal or a currency that they are amounts: telephone
  /// numbers and codes have blanks and brackets too.
  private static final double AMOUNTS = 0.5;

  private static final Pattern SIGN =
      Pattern.compile("^\\p{Sc}\\s?|\\s?(\\p{Sc}|kr\\.?|zł|Kč|Ft)$");
  private static final Pattern CODE =
      Pattern.compile("^([A-Z]{3})\\s?(?=[\\d(-])|(?<=[\\d)])\\s?([A-Z]{3})$");
  private static final Pattern APART =
      Pattern.compile("[+-]?[1-9]\\d{0,2}([\\s\\u00a0\\u202f'’]\\d{3})+([.,]\\d{1,4})?");
  private static final Pattern BRACKETS =
      Pattern.compile("\\((\\d[\\d.,]*)\\)|(\\d[\\d.,]*[.,]\\d+)-");
  private static final Pattern DECIMALS = Pattern.compile(".*[.,]\\d{1,2}\\D*");
  private static final Pattern WITH_POINT =
      Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?");
  private static final Pattern WITH_COMMA =
      Pattern.compile("[+-]?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?");

  private NumberForm() {}

  /// The form as a mapping writes it; null where the values are not written so, or plainly.
  static @Nullable String of(List<String> values) {
    List<String> plain = values.stream().map(NumberForm::plain).toList();
    double amounts =
        ValueGuess.share(
            values, v -> DECIMALS.matcher(v).matches() || !withoutCurrency(v).equals(v));
    if (plain.equals(values) || amounts < AMOUNTS) {
      return null;
    }
    double point = ValueGuess.share(plain, v -> WITH_POINT.matcher(v).matches());
    double comma = ValueGuess.share(plain, v -> WITH_COMMA.matcher(v).matches());
    if (Math.max(point, comma) < MOST) {
      return null;
    }
    return comma > point ? COMMA : POINT;
  }

  private static String plain(String value) {
    String number = withoutCurrency(value);
    boolean apart = APART.matcher(number).matches();
    String joined = apart ? number.replaceAll("[\\s\\u00a0\\u202f'’]", "") : number;
    return BRACKETS.matcher(joined).matches()
        ? BRACKETS.matcher(joined).replaceFirst("-$1$2")
        : joined;
  }

  private static String withoutCurrency(String value) {
    Matcher code = CODE.matcher(value);
    if (code.find()) {
      String named = code.group(1) == null ? code.group(2) : code.group(1);
      return ValueGuess.isCurrency(named) ? code.replaceFirst("").strip() : value;
    }
    return SIGN.matcher(value).replaceAll("").strip();
  }
}

package io.customer360.identity.standard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the dates of one column as eight digits, `yyyyMMdd`. Whether 03/04 is April or March is
/// decided for the column as a whole, by whichever place holds numbers above twelve.
public final class DateReader {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})(?:[T ].*)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})(?: .*)?");
  private static final Pattern WORDS =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[-/. ]+([a-z]{3,9})[-/., ]+(\\d{4})");
  private static final Pattern WORDS_US =
      Pattern.compile("([a-z]{3,9})[-/. ]+(\\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\\d{4})");
  private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})[-/.](\\d{1,2})");
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /// Dates that systems fill in where none is known.
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "19000101",
          "18991230",
          "18991231",
          "00010101",
          "99991231",
          "17530101",
          "11111111",
          "29991231",
          "99990101",
          "00000000");

  private final boolean monthFirst;

  /// @param monthFirst whether `03/04/1980` is the fourth of March
  public DateReader(boolean monthFirst) {
    this.monthFirst = monthFirst;
  }

  /// A reader for a column with these values.
  static DateReader forValues(Iterable<String> values) {
    int first = 0;
    int second = 0;
    for (String value : values) {
      Matcher parts = YEAR_LAST.matcher(value);
      if (parts.matches()) {
        first += Integer.parseInt(parts.group(1)) > 12 ? 1 : 0;
        second += Integer.parseInt(parts.group(2)) > 12 ? 1 : 0;
      }
    }
    return new DateReader(second > first);
  }

  /// `yyyyMMdd`, with 01 where only a year and month stand; null when it is no date of a life (a
  /// misspelt month, say).
  public @Nullable String read(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    if (text.length() == 8 && Folding.digits(text).length() == 8) {
      return text;
    }
    Matcher m = YEAR_FIRST.matcher(text);
    if (m.matches()) {
      return join(m.group(1), m.group(2), m.group(3));
    }
    m = YEAR_LAST.matcher(text);
    if (m.matches()) {
      return monthFirst
          ? join(century(m.group(3)), m.group(1), m.group(2))
          : join(century(m.group(3)), m.group(2), m.group(1));
    }
    m = WORDS.matcher(text);
    if (m.matches()) {
      return joinWord(m.group(3), m.group(2), m.group(1));
    }
    m = WORDS_US.matcher(text);
    if (m.matches()) {
      return joinWord(m.group(3), m.group(1), m.group(2));
    }
    m = YEAR_MONTH.matcher(text);
    return m.matches() ? join(m.group(1), m.group(2), "1") : null;
  }

  /// Whether eight digits are the filling of an unknown date.
  static boolean isPlaceholder(String yyyyMMdd) {
    return PLACEHOLDERS.contains(yyyyMMdd);
  }

  /// Whether eight digits are a day of the calendar between 1000 and 2199.
  static boolean isCalendarDay(String yyyyMMdd) {
    try {
      int year = Integer.parseInt(yyyyMMdd.substring(0, 4));
      LocalDate.of(
          year,
          Integer.parseInt(yyyyMMdd.substring(4, 6)),
          Integer.parseInt(yyyyMMdd.substring(6, 8)));
      return year >= 1000 && year < 2200;
    } catch (DateTimeException | NumberFormatException notADay) {
      return false;
    }
  }

  private static @Nullable String joinWord(String year, String month, String day) {
    int at = MONTHS.indexOf(month.substring(0, 3));
    return at < 0 || at % 3 != 0 ? null : join(year, Integer.toString(at / 3 + 1), day);
  }

  private static String century(String year) {
    return year.length() == 4 ? year : (Integer.parseInt(year) > 30 ? "19" : "20") + year;
  }

  private static String join(String year, String month, String day) {
    return year + (month.length() == 1 ? "0" : "") + month + (day.length() == 1 ? "0" : "") + day;
  }
}

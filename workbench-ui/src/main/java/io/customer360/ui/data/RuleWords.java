package io.customer360.ui.data;

import io.customer360.ui.text.Formats;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/// A rule of a contract as it is printed: a real minus, dates in words.
final class RuleWords {
  private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
  private static final Pattern MINUS = Pattern.compile("(?<![\\w-])-(?=\\d)");

  private RuleWords() {}

  static String shown(Formats formats, String words) {
    String dated = DAY.matcher(words).replaceAll(match -> date(formats, match.group()));
    return MINUS.matcher(dated).replaceAll("\u2212");
  }

  private static String date(Formats formats, String day) {
    try {
      return formats.dateLong(LocalDate.parse(day));
    } catch (DateTimeException notADay) {
      return day;
    }
  }
}

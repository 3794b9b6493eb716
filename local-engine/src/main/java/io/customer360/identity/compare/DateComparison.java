package io.customer360.identity.compare;

import io.customer360.identity.record.TextColumn;
import java.util.List;

/// Dates as `yyyyMMdd`; anything else in the column is compared letter by letter.
final class DateComparison implements ValueComparison {
  private static final List<Level> LEVELS =
      List.of(
          Level.of("same", 0.82, 0.0001, 1),
          Level.of("one slip, or day and month swapped", 0.08, 0.001, 0.3),
          Level.of("two of year, month and day agree", 0.04, 0.01),
          Level.of("same year, one without a day", 0.01, 0.002),
          Level.of("same year", 0.01, 0.01),
          Level.of("within two years or two slips", 0.01, 0.05),
          Level.of("different", 0.03, 0.92));
  private static final int DIGITS = 8;

  private final TextColumn text;

  DateComparison(TextColumn text) {
    this.text = text;
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public int level(int codeA, int codeB) {
    String a = text.valueOf(codeA);
    String b = text.valueOf(codeB);
    int slips = Similarity.distance(a, b, 2);
    if (a.length() != DIGITS || b.length() != DIGITS) {
      return slips <= 1 ? 2 : slips == 2 ? 6 : 7;
    }
    boolean year = a.regionMatches(0, b, 0, 4);
    boolean month = a.regionMatches(4, b, 4, 2);
    boolean day = a.regionMatches(6, b, 6, 2);
    boolean yearOnly = year && (a.endsWith("0101") || b.endsWith("0101"));
    if (yearOnly) {
      return 4;
    }
    boolean swapped = year && a.regionMatches(4, b, 6, 2) && a.regionMatches(6, b, 4, 2);
    if (slips <= 1 || swapped) {
      return 2;
    }
    if ((year && month) || (year && day) || (month && day && !a.endsWith("0101"))) {
      return 3;
    }
    if (year) {
      return 5;
    }
    return slips == 2 || Math.abs(number(a) - number(b)) <= 2 ? 6 : 7;
  }

  private static int number(String date) {
    int year = 0;
    for (int i = 0; i < 4; i++) {
      year = year * 10 + (date.charAt(i) - '0');
    }
    return year;
  }
}

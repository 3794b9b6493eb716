package io.customer360.identity.standard;

import io.customer360.identity.record.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What the values of a column look like, from at most 2,000 of its distinct values.
///
/// @param filled rows with a value
/// @param distinct distinct values
/// @param email share of values that are e-mail addresses; the other shares likewise
/// @param dates eight-digit or written dates of a calendar
/// @param digits values of digits alone
/// @param numbers decimal numbers
/// @param codes one word holding both letters and digits
/// @param words mean number of words
/// @param length mean number of characters
/// @param letters share of letters among the characters that are not blanks
/// @param givenNames share of first words that are known first names
record ColumnFacts(
    int filled,
    int distinct,
    double email,
    double dates,
    double digits,
    double numbers,
    double codes,
    double words,
    double length,
    double letters,
    double givenNames) {
  private static final int SAMPLE = 2_000;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d*[.,]?\\d+(?:[eE][-+]?\\d+)?");

  static ColumnFacts of(TextColumn column, Nicknames nicknames) {
    int distinct = column.distinct();
    int step = Math.max(1, distinct / SAMPLE);
    List<String> sample = new ArrayList<>();
    for (int code = 0; code < distinct; code += step) {
      sample.add(column.valueOf(code));
    }
    DateReader reader = DateReader.forValues(sample);
    double n = Math.max(1, sample.size());
    double[] sums = new double[10];
    for (String value : sample) {
      String folded = Folding.fold(value);
      String[] words = folded.split(" ", -1);
      String date = reader.read(value);
      String digits = Folding.digits(value);
      int letters = (int) value.chars().filter(Character::isLetter).count();
      int solid = (int) value.chars().filter(c -> !Character.isWhitespace(c)).count();
      sums[0] += EMAIL.matcher(value).matches() ? 1 : 0;
      sums[1] += date != null && date.length() == 8 && DateReader.isCalendarDay(date) ? 1 : 0;
      sums[2] += digits.length() == value.length() ? 1 : 0;
      sums[3] += NUMBER.matcher(value).matches() ? 1 : 0;
      sums[4] += words.length == 1 && letters > 0 && !digits.isEmpty() ? 1 : 0;
      sums[5] += words.length;
      sums[6] += value.length();
      sums[7] += solid == 0 ? 0 : (double) letters / solid;
      sums[8] += nicknames.knows(words[0]) ? 1 : 0;
    }
    return new ColumnFacts(
        column.filled(),
        distinct,
        sums[0] / n,
        sums[1] / n,
        sums[2] / n,
        sums[3] / n,
        sums[4] / n,
        sums[5] / n,
        sums[6] / n,
        sums[7] / n,
        sums[8] / n);
  }

  /// Whether no value occurs twice.
  boolean unique() {
    return filled > 1 && distinct == filled;
  }

  double distinctShare() {
    return filled == 0 ? 0 : (double) distinct / filled;
  }
}

package io.customer360.identity.standard;

import io.customer360.identity.record.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What the values of a column look like, from some 2,000 of its rows.
///
/// @param filled rows with a value
/// @param distinct distinct values
/// @param core how many of the most frequent values make up nine tenths of the rows
/// @param email share of values that are e-mail addresses; the other shares likewise
/// @param dates eight-digit or written dates of a calendar
/// @param digits values of digits alone
/// @param numbers decimal numbers
/// @param codes one word holding both letters and digits
/// @param words mean number of words
/// @param length mean number of characters
/// @param letters share of letters among the characters that are not blanks
/// @param givenNames share of first words that are known first names
/// @param addresses share of values that are a house number and a street, in either order
/// @param postcodes share of values that are postcodes of letters and digits
record ColumnFacts(
    int filled,
    int distinct,
    int core,
    double email,
    double dates,
    double digits,
    double numbers,
    double codes,
    double words,
    double length,
    double letters,
    double givenNames,
    double addresses,
    double postcodes) {
  private static final int SAMPLE = 2_000;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\d+[a-z]?[ ,]+\\p{L}{2,}.*|\\p{L}{2}[^\\d]+ \\d+ ?[a-z]?", Pattern.CASE_INSENSITIVE);

  /// Of Great Britain, the Netherlands and Canada.
  private static final Pattern POSTCODE =
      Pattern.compile(
          "[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}|\\d{4} ?[a-z]{2}|[a-z]\\d[a-z] ?\\d[a-z]\\d",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d*[.,]?\\d+(?:[eE][-+]?\\d+)?");

  static ColumnFacts of(TextColumn column, Nicknames nicknames) {
    List<String> sample = new ArrayList<>();
    int[] filled = IntStream.range(0, column.size()).filter(r -> column.code(r) >= 0).toArray();
    int step = Math.max(1, filled.length / SAMPLE);
    for (int i = 0; i < filled.length; i += step) {
      int code = column.code(filled[i]);
      sample.add(column.valueOf(code));
    }
    DateReader reader = DateReader.forValues(sample);
    double n = Math.max(1, sample.size());
    double[] sums = new double[11];
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
      boolean one = value.chars().noneMatch(Character::isWhitespace);
      sums[4] += one && letters > 0 && !digits.isEmpty() ? 1 : 0;
      sums[5] += words.length;
      sums[6] += value.length();
      sums[7] += solid == 0 ? 0 : (double) letters / solid;
      sums[8] += nicknames.knows(words[0]) ? 1 : 0;
      sums[9] += ADDRESS.matcher(value.strip()).matches() ? 1 : 0;
      sums[10] += POSTCODE.matcher(value.strip()).matches() ? 1 : 0;
    }
    return new ColumnFacts(
        filled.length,
        column.distinct(),
        core(column, filled.length),
        sums[0] / n,
        sums[1] / n,
        sums[2] / n,
        sums[3] / n,
        sums[4] / n,
        sums[5] / n,
        sums[6] / n,
        sums[7] / n,
        sums[8] / n,
        sums[9] / n,
        sums[10] / n);
  }

  private static int core(TextColumn column, int filled) {
    int[] counts = column.counts();
    Arrays.sort(counts);
    long sum = 0;
    int core = 0;
    for (int i = counts.length - 1; i >= 0 && sum < 0.9 * filled; i--) {
      sum += counts[i];
      core++;
    }
    return core;
  }

  /// Whether no value occurs twice.
  boolean unique() {
    return filled > 1 && distinct == filled;
  }

  double distinctShare() {
    return filled == 0 ? 0 : (double) distinct / filled;
  }
}

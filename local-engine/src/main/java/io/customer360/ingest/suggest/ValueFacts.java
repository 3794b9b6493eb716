package io.customer360.ingest.suggest;

import io.customer360.ingest.value.ColumnType;
import io.customer360.ingest.value.ValueGuess;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What can be counted in the values of one column, to hold against what its name says. Shares are
/// of the values that are there, 0 to 1.
///
/// @param rows values that are there
/// @param empty share of the rows without one
/// @param kinds different values
/// @param spaced share with a blank inside
/// @param digits share with a digit
/// @param letters share with a letter
/// @param coded share of short texts that look like a key: no blank, a digit or one case of letters
/// @param marked share that starts with an apostrophe before a number, as spreadsheets mark texts
/// @param longest letters of the longest value
/// @param most largest absolute number, or NaN where less than nine in ten are numbers
/// @param clock form of a moment written as digits alone, as a mapping writes it, or null
/// @param year median year of dates, 0 where there are none
/// @param years from the 5th to the 95th of a hundred
/// @param vocabulary different values in lower case, at most 60
record ValueFacts(
    int rows,
    double empty,
    int kinds,
    double spaced,
    double digits,
    double letters,
    double coded,
    double marked,
    int longest,
    double most,
    @Nullable String clock,
    int year,
    int years,
    Set<String> vocabulary) {
  /// Fewer values than these say nothing of how often one is repeated.
  static final int ENOUGH = 20;

  private static final int KEPT = 60;
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[89]|20)\\d{2}");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.,]*\\d[\\d.,]*");
  private static final Pattern FIGURES = Pattern.compile("\\d{8,16}");
  private static final Pattern MARKED = Pattern.compile("'[+-]?\\d.*");

  static ValueFacts of(List<String> values, ColumnType type) {
    List<String> there = values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
    Set<String> distinct = new LinkedHashSet<>(there);
    Set<String> vocabulary = new LinkedHashSet<>();
    distinct.stream().limit(KEPT).forEach(v -> vocabulary.add(v.toLowerCase(Locale.ROOT)));
    List<String> figures =
        type == ColumnType.WHOLE_NUMBER
            ? there.stream().filter(v -> FIGURES.matcher(v).matches()).toList()
            : List.of();
    String clock = figures.size() < 0.95 * there.size() ? null : clock(figures);
    boolean dates = type == ColumnType.DATE || type == ColumnType.TIMESTAMP || clock != null;
    List<Integer> years = dates ? years(clock == null ? there : figures, clock) : List.of();
    int n = years.size();
    return new ValueFacts(
        there.size(),
        values.isEmpty() ? 1 : 1 - there.size() / (double) values.size(),
        distinct.size(),
        share(there, v -> v.indexOf(' ') > 0),
        share(there, v -> v.chars().anyMatch(Character::isDigit)),
        share(there, v -> v.chars().anyMatch(Character::isLetter)),
        share(there, ValueFacts::isCode),
        share(there, v -> MARKED.matcher(v).matches()),
        there.stream().mapToInt(String::length).max().orElse(0),
        most(there),
        clock,
        n == 0 ? 0 : years.get(n / 2),
        n == 0 ? 0 : years.get(n * 95 / 100) - years.get(n * 5 / 100),
        Set.copyOf(vocabulary));
  }

  /// Share of different values, 1 where all are.
  double distinct() {
    return rows == 0 ? 0 : kinds / (double) rows;
  }

  boolean enough() {
    return rows >= ENOUGH;
  }

  /// Whether no value stands twice, which only many can show.
  boolean unique() {
    return enough() && distinct() >= 0.98;
  }

  /// Whether people could be born then: most of them grown up, of many ages.
  boolean births(LocalDate today) {
    return year > 0 && year <= today.getYear() - 18 && years >= 15;
  }

  private static double share(List<String> values, Predicate<String> test) {
    return values.isEmpty() ? 0 : ValueGuess.share(values, test);
  }

  private static boolean isCode(String v) {
    return v.length() <= 40
        && v.chars().noneMatch(Character::isWhitespace)
        && v.indexOf('@') < 0
        && (v.chars().anyMatch(Character::isDigit) || v.equals(v.toUpperCase(Locale.ROOT)));
  }

  private static double most(List<String> there) {
    double most = 0;
    int numbers = 0;
    for (String value : there) {
      if (NUMBER.matcher(value).matches()) {
        numbers++;
        String digits = value.replaceAll("[.,](?=\\d{3}(\\D|$))", "").replace(',', '.');
        try {
          most = Math.max(most, Math.abs(Double.parseDouble(digits)));
        } catch (NumberFormatException several) {
          numbers--;
        }
      }
    }
    return there.isEmpty() || numbers < 0.9 * there.size() ? Double.NaN : most;
  }

  /// The one form all digits can be read by as moments from 1970 to 2100.
  private static @Nullable String clock(List<String> there) {
    int length = there.isEmpty() ? 0 : there.getFirst().length();
    if (there.stream().anyMatch(v -> v.length() != length)) {
      return null;
    }
    return switch (length) {
      case 8 -> share(there, v -> calendar(v)) > 0.95 ? "%Y%m%d" : null;
      case 14 ->
          share(there, v -> calendar(v) && v.compareTo(v.substring(0, 8) + "235959") <= 0) > 0.95
              ? "%Y%m%d%H%M%S"
              : null;
      case 10 -> seconds(there, 10) ? "epoch_s" : null;
      case 13 -> seconds(there, 10) ? "epoch_ms" : null;
      case 16 -> seconds(there, 10) ? "epoch_us" : null;
      default -> null;
    };
  }

  private static boolean calendar(String v) {
    int year = Integer.parseInt(v.substring(0, 4));
    int month = Integer.parseInt(v.substring(4, 6));
    int day = Integer.parseInt(v.substring(6, 8));
    return year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  /// Whether the first digits count seconds from 2001 to 2033, and do not stand in a row as numbers
  /// given out one by one do.
  private static boolean seconds(List<String> there, int digits) {
    long least = Long.MAX_VALUE;
    long most = 0;
    for (String value : there) {
      long seconds = Long.parseLong(value.substring(0, digits));
      least = Math.min(least, seconds);
      most = Math.max(most, seconds);
    }
    return least >= 1_000_000_000L
        && most < 2_000_000_000L
        && (there.size() < ENOUGH || most - least > 10L * there.size());
  }

  private static List<Integer> years(List<String> there, @Nullable String clock) {
    List<Integer> years = new ArrayList<>();
    for (String value : there) {
      if (clock != null && clock.startsWith("epoch")) {
        years.add(1970 + (int) (Long.parseLong(value.substring(0, 10)) / 31_556_952L));
        continue;
      }
      Matcher year = YEAR.matcher(value);
      if (year.find()) {
        years.add(Integer.parseInt(year.group()));
      }
    }
    years.sort(null);
    return years;
  }
}

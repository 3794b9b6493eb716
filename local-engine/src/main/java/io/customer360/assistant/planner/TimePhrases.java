package io.customer360.assistant.planner;

import io.customer360.assistant.plan.Grain;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads time phrases: `last quarter`, `in the last 90 days`, `since 21 Sep`, `Q3 2026`, `between 1
/// Sep and 15 Oct`, `the one before`.
final class TimePhrases extends TimeTokens {
  /// A phrase found and how many tokens it took.
  record Match(TimeValue value, int length) {}

  private record Day(LocalDate date, int length) {}

  private static final Map<String, Integer> ORDINALS =
      Map.of(
          "first", 1, "second", 2, "third", 3, "fourth", 4, "1st", 1, "2nd", 2, "3rd", 3, "4th", 4);

  private final Calendar calendar;

  TimePhrases(Calendar calendar) {
    this.calendar = calendar;
  }

  /// The longest time phrase starting at token `at`; null when there is none.
  @Nullable Match match(List<Token> all, int at) {
    read(all);
    RelativePhrases relatives = new RelativePhrases(all);
    int start = at;
    while (is(
            start,
            "in",
            "during",
            "within",
            "over",
            "for",
            "of",
            "on",
            "from",
            "at",
            "by",
            "throughout")
        || is(start, "the") && start == at + 1) {
      if (is(start, "from") || is(start, "by")) {
        break;
      }
      start++;
      if (start - at > 2) {
        break;
      }
    }
    for (int i = Math.max(at, start - 1); i >= at; i--) {
      // The article may belong to the phrase itself: `the one before`.
      Match relative = relatives.match(i);
      if (relative != null) {
        return new Match(relative.value(), relative.length() + i - at);
      }
    }
    Match found = absolute(start, start > at);
    if (found == null) {
      found = relatives.match(start);
    }
    return found == null ? null : new Match(found.value(), found.length() + start - at);
  }

  private @Nullable Match absolute(int i, boolean led) {
    if (is(i, "today")) {
      return new Match(calendar.current(Grain.DAY), 1);
    }
    if (is(i, "yesterday")) {
      return new Match(calendar.previous(Grain.DAY), 1);
    }
    if (is(i, "ytd")) {
      return new Match(calendar.current(Grain.YEAR), 1);
    }
    if (is(i, "ever", "overall", "altogether")) {
      return new Match(new TimeValue.AllTime(), 1);
    }
    if (is(i, "all") && is(i + 1, "time") || is(i, "total") && led) {
      return new Match(new TimeValue.AllTime(), is(i, "all") ? 2 : 1);
    }
    if (is(i, "so") && is(i + 1, "far") && is(i + 2, "this")) {
      Grain unit = unit(i + 3);
      return unit == null ? null : new Match(calendar.current(unit), 4);
    }
    Grain lead = unit(i);
    if (lead != null && is(i + 1, "to") && is(i + 2, "date")) {
      return new Match(calendar.current(lead), 3);
    }
    if (is(i, "last", "past", "previous", "prior", "trailing", "recent")) {
      return lastOf(i);
    }
    if (is(i, "this", "current")) {
      Grain unit = unit(i + 1);
      if (unit == null) {
        return null;
      }
      boolean far = is(i + 2, "so") && is(i + 3, "far");
      return new Match(calendar.current(unit), far ? 4 : 2);
    }
    if (is(i, "since")) {
      return since(i);
    }
    if (is(i, "between", "from")) {
      return between(i);
    }
    if (is(i, "until", "till", "before")) {
      Day day = day(i + 1, false);
      return day == null || day.length() == 0
          ? null
          : new Match(
              calendar.span(
                  Calendar.BEGINNING, is(i, "before") ? day.date() : day.date().plusDays(1)),
              1 + day.length());
    }
    if (is(i, "after")) {
      Day day = day(i + 1, false);
      return day == null
          ? null
          : new Match(
              calendar.span(day.date().plusDays(1), afterToday(day.date())), 1 + day.length());
    }
    Match quarter = quarter(i);
    if (quarter != null) {
      return quarter;
    }
    if (led && number(i) && unit(i + 1) != null && !is(i + 2, "old", "ago", "of")) {
      // `for 90 days`, `in 3 months`: looking back.
      Grain unit = unit(i + 1);
      return unit == null ? null : new Match(calendar.rolling(count(i), unit), 2);
    }
    Day day = day(i, true);
    if (day != null) {
      return new Match(calendar.span(day.date(), day.date().plusDays(1)), day.length());
    }
    return month(i, led);
  }

  private LocalDate afterToday(LocalDate from) {
    LocalDate end = calendar.today().plusDays(1);
    return end.isAfter(from.plusDays(1)) ? end : from.plusDays(2);
  }

  private @Nullable Match lastOf(int i) {
    if (number(i + 1)) {
      Grain unit = unit(i + 2);
      int n = count(i + 1);
      return unit == null || n < 1 || n > 3660 ? null : new Match(calendar.rolling(n, unit), 3);
    }
    Grain unit = unit(i + 1);
    if (unit != null) {
      return new Match(is(i, "past") ? calendar.rolling(1, unit) : calendar.previous(unit), 2);
    }
    Integer month = i + 1 < tokens().size() ? MONTHS.get(tokens().get(i + 1).norm()) : null;
    if (month != null) {
      return new Match(monthSpan(month, null), 2);
    }
    return null;
  }

  private @Nullable Match since(int i) {
    Day day = day(i + 1, false);
    LocalDate today = calendar.today();
    if (day != null) {
      return day.date().isAfter(today)
          ? null
          : new Match(calendar.span(day.date(), today.plusDays(1)), 1 + day.length());
    }
    int at = is(i + 1, "the") ? i + 2 : i + 1;
    if (is(at, "last", "this")) {
      Grain unit = unit(at + 1);
      if (unit == null) {
        return null;
      }
      LocalDate start = is(at, "this") ? unit.start(today) : unit.plus(unit.start(today), -1);
      return new Match(calendar.span(start, today.plusDays(1)), at + 2 - i);
    }
    Match month = month(at, true);
    if (month != null && month.value() instanceof TimeValue.Span span) {
      return new Match(
          calendar.span(span.period().from(), today.plusDays(1)), at - i + month.length());
    }
    return null;
  }

  private @Nullable Match between(int i) {
    Day first = day(i + 1, false);
    int next;
    LocalDate from;
    if (first != null) {
      from = first.date();
      next = i + 1 + first.length();
    } else {
      Match month = month(i + 1, true);
      if (month == null || !(month.value() instanceof TimeValue.Span span)) {
        return null;
      }
      from = span.period().from();
      next = i + 1 + month.length();
    }
    if (!is(next, "and", "to", "until", "till", "through")) {
      return null;
    }
    Day second = day(next + 1, false);
    LocalDate to;
    int end;
    if (second != null) {
      to = second.date().plusDays(1);
      end = next + 1 + second.length();
    } else {
      Match month = month(next + 1, true);
      if (month == null || !(month.value() instanceof TimeValue.Span span)) {
        return null;
      }
      to = span.period().to();
      end = next + 1 + month.length();
    }
    if (!from.isBefore(to) && !from.isBefore(calendar.today().minusYears(1))) {
      from = from.minusYears(1);
    }
    return from.isBefore(to) ? new Match(calendar.span(from, to), end - i) : null;
  }

  private @Nullable Match quarter(int i) {
    int quarter = 0;
    int length = 0;
    String word = i < tokens().size() ? tokens().get(i).norm() : "";
    if (word.matches("q[1-4]")) {
      quarter = word.charAt(1) - '0';
      length = 1;
    } else if (ORDINALS.containsKey(word) && is(i + 1, "quarter")) {
      quarter = ORDINALS.getOrDefault(word, 0);
      length = 2;
    } else if (is(i, "quarter") && number(i + 1) && count(i + 1) >= 1 && count(i + 1) <= 4) {
      quarter = count(i + 1);
      length = 2;
    }
    if (length == 0) {
      return null;
    }
    int yearAt = is(i + length, "of") || is(i + length, "in") ? i + length + 1 : i + length;
    LocalDate today = calendar.today();
    Integer said = year(yearAt);
    int year = said == null ? today.getYear() : said;
    if (said != null) {
      length = yearAt + 1 - i;
    } else if (LocalDate.of(year, quarter * 3 - 2, 1).isAfter(today)) {
      year--;
    }
    LocalDate start = LocalDate.of(year, quarter * 3 - 2, 1);
    TimeValue.Span unit = calendar.unit(Grain.QUARTER, start, "");
    return new Match(keyed(unit), length);
  }

  private @Nullable Match month(int i, boolean led) {
    if (i >= tokens().size()) {
      return null;
    }
    Integer month = MONTHS.get(tokens().get(i).norm());
    Integer year = year(i + 1);
    // `may` and `march` are verbs too: alone they need a preposition before or a year after.
    if (month != null && (led || year != null || !is(i, "may", "march", "mar"))) {
      return new Match(monthSpan(month, year), year == null ? 1 : 2);
    }
    Integer alone = year(i);
    if (alone != null) {
      return new Match(keyed(calendar.unit(Grain.YEAR, LocalDate.of(alone, 1, 1), "")), 1);
    }
    return null;
  }

  private TimeValue.Span monthSpan(int month, @Nullable Integer year) {
    LocalDate today = calendar.today();
    LocalDate start = LocalDate.of(year == null ? today.getYear() : year, month, 1);
    if (year == null && start.isAfter(today)) {
      start = start.minusYears(1);
    }
    return keyed(calendar.unit(Grain.MONTH, start, ""));
  }

  private static TimeValue.Span keyed(TimeValue.Span span) {
    return new TimeValue.Span(
        span.period(),
        span.period().from() + ".." + span.period().to(),
        span.unit(),
        span.toDate());
  }

  /// A day at token `i`: `21 Sep 2026`, `Sep 21`, `21st of September`, `2026-09-21`.
  private @Nullable Day day(int i, boolean yearless) {
    if (i >= tokens().size()) {
      return null;
    }
    if (is(i, "the")) {
      Day later = day(i + 1, yearless);
      return later == null ? null : new Day(later.date(), later.length() + 1);
    }
    Token token = tokens().get(i);
    try {
      if (token.kind() == Token.Kind.DATE) {
        return new Day(LocalDate.parse(token.norm()), 1);
      }
      if (number(i) && token.number() >= 1 && token.number() <= 31) {
        int at = i + 1;
        if (is(at, "st", "nd", "rd", "th")) {
          at++;
        }
        if (is(at, "of")) {
          at++;
        }
        Integer month = at < tokens().size() ? MONTHS.get(tokens().get(at).norm()) : null;
        if (month != null) {
          return dated((int) token.number(), month, at + 1, i);
        }
      }
      Integer month = MONTHS.get(token.norm());
      if (month != null && number(i + 1) && tokens().get(i + 1).number() <= 31) {
        int at = is(i + 2, "st", "nd", "rd", "th") ? i + 3 : i + 2;
        return dated((int) tokens().get(i + 1).number(), month, at, i);
      }
    } catch (DateTimeException e) {
      return null;
    }
    return null;
  }

  private Day dated(int day, int month, int yearAt, int start) {
    Integer year = year(yearAt);
    LocalDate today = calendar.today();
    LocalDate date = LocalDate.of(year == null ? today.getYear() : year, month, day);
    if (year == null && date.isAfter(today)) {
      date = date.minusYears(1);
    }
    return new Day(date, (year == null ? yearAt : yearAt + 1) - start);
  }
}

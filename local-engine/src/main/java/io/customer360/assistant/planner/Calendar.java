package io.customer360.assistant.planner;

import io.customer360.assistant.plan.Grain;
import io.customer360.assistant.plan.Period;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Named periods around a given today, and how periods are written.
final class Calendar {
  /// Where `before` and `until` begin: older than any shop's records.
  static final LocalDate BEGINNING = LocalDate.of(1990, 1, 1);

  /// What a period chip offers.
  static final List<String> OFFERED =
      List.of(
          "last-30-days",
          "last-90-days",
          "last-12-months",
          "this-month",
          "last-month",
          "this-quarter",
          "last-quarter",
          "this-year",
          "last-year",
          "all");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

  private final LocalDate today;

  Calendar(LocalDate today) {
    this.today = today;
  }

  LocalDate today() {
    return today;
  }

  /// `20 Nov`, with the year when it is not this one.
  String day(LocalDate date) {
    return (date.getYear() == today.getYear() ? DAY : FULL).format(date).replace("Sept", "Sep");
  }

  String words(LocalDate from, LocalDate to) {
    LocalDate last = to.minusDays(1);
    if (from.equals(last)) {
      return day(from);
    }
    if (from.equals(BEGINNING)) {
      return "until " + day(last);
    }
    return (from.getYear() == last.getYear() && last.getYear() != today.getYear()
            ? DAY.format(from).replace("Sept", "Sep")
            : day(from))
        + " to "
        + day(last);
  }

  Period period(LocalDate from, LocalDate to) {
    return new Period(from, to, words(from, to));
  }

  TimeValue.Span span(LocalDate from, LocalDate to) {
    return new TimeValue.Span(period(from, to), from + ".." + to, null, false);
  }

  /// The unit a day lies in; up to today when it has not ended.
  TimeValue.Span unit(Grain unit, LocalDate day, String key) {
    LocalDate from = unit.start(day);
    LocalDate to = unit.plus(from, 1);
    boolean running = to.isAfter(today.plusDays(1)) && !from.isAfter(today);
    LocalDate end = running ? today.plusDays(1) : to;
    return new TimeValue.Span(period(from, end), key, unit, running);
  }

  TimeValue.Span current(Grain unit) {
    return unit(unit, today, "this-" + unit.words());
  }

  TimeValue.Span previous(Grain unit) {
    return unit(
        unit,
        unit.plus(unit.start(today), -1),
        unit == Grain.DAY ? "yesterday" : "last-" + unit.words());
  }

  /// The last `n` units up to and with today.
  TimeValue.Span rolling(int n, Grain unit) {
    LocalDate to = today.plusDays(1);
    LocalDate from =
        switch (unit) {
          case DAY -> to.minusDays(n);
          case WEEK -> to.minusWeeks(n);
          case MONTH -> to.minusMonths(n);
          case QUARTER -> to.minusMonths(3L * n);
          case YEAR -> to.minusYears(n);
        };
    String key = "last-" + n + "-" + unit.words() + (n == 1 ? "" : "s");
    return new TimeValue.Span(period(from, to), key, null, false);
  }

  /// Reads the key of a named or spelled-out period; empty for all time.
  Optional<TimeValue.Span> byKey(String key) {
    if (key.equals("all")) {
      return Optional.empty();
    }
    if (key.equals("yesterday")) {
      return Optional.of(previous(Grain.DAY));
    }
    int dots = key.indexOf("..");
    if (dots > 0) {
      return Optional.of(
          span(LocalDate.parse(key.substring(0, dots)), LocalDate.parse(key.substring(dots + 2))));
    }
    String[] parts = key.split("-");
    if (parts.length == 3) {
      return Optional.of(rolling(Integer.parseInt(parts[1]), grain(parts[2])));
    }
    return Optional.of(
        parts[0].equals("this") ? current(grain(parts[1])) : previous(grain(parts[1])));
  }

  private static Grain grain(String word) {
    String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return Grain.valueOf(one.toUpperCase(Locale.ROOT));
  }

  /// The words of a named period: `last quarter, 1 Jul to 30 Sep`.
  String describe(String key) {
    if (key.equals("all")) {
      return "all time";
    }
    Optional<TimeValue.Span> span = byKey(key);
    String range = span.map(s -> s.period().words()).orElse("");
    return key.contains("..") ? range : key.replace('-', ' ') + ", " + range;
  }

  /// The period to set against `main`.
  TimeValue.Span against(TimeValue.Span main, TimeValue other) {
    return switch (other) {
      case TimeValue.Span given -> alike(main, given);
      case TimeValue.Previous previous -> before(main, previous);
      case TimeValue.YearBefore ignored -> yearBefore(main);
      case TimeValue.OnEach each ->
          each.unit() == Grain.YEAR ? yearBefore(main) : before(main, new TimeValue.Previous(null));
      case TimeValue.AllTime ignored -> span(BEGINNING, main.period().from());
    };
  }

  private TimeValue.Span before(TimeValue.Span main, TimeValue.Previous previous) {
    Grain unit = main.unit();
    LocalDate from = main.period().from();
    if (unit != null) {
      Grain step = previous.unit() == null ? unit : previous.unit();
      LocalDate start = step == unit ? unit.plus(from, -1) : shifted(from, step);
      LocalDate end =
          main.toDate() || step != unit ? shifted(main.period().to(), step) : unit.plus(start, 1);
      if (main.toDate() && end.isAfter(from) && step == unit) {
        end = from;
      }
      return span(start, end);
    }
    long days = main.period().days();
    return span(from.minusDays(days), from);
  }

  private static LocalDate shifted(LocalDate day, Grain step) {
    return step.plus(day, -1);
  }

  private TimeValue.Span yearBefore(TimeValue.Span main) {
    return span(main.period().from().minusYears(1), main.period().to().minusYears(1));
  }

  /// A period to date is set against the same days of the other, not against all of it.
  private TimeValue.Span alike(TimeValue.Span main, TimeValue.Span given) {
    if (main.toDate() && given.unit() != null && given.unit() == main.unit() && !given.toDate()) {
      long days = ChronoUnit.DAYS.between(main.period().from(), main.period().to());
      LocalDate from = given.period().from();
      LocalDate to =
          main.unit() == Grain.YEAR
              ? main.period().to().minusYears(main.period().from().getYear() - from.getYear())
              : from.plusDays(days);
      return span(from, to.isAfter(given.period().to()) ? given.period().to() : to);
    }
    return given;
  }
}

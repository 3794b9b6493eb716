package io.customer360.connector.webhook;

import io.customer360.connector.Attempt.TryLater;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long a target wants to be left alone, as its `Retry-After` says (RFC 9110, 10.2.3): seconds,
/// or a date in one of the three forms of 5.6.7.
///
/// @param rest at least zero, at most [TryLater#LONGEST_REST]
/// @param shortened whether it asked for more
record RetryAfter(Duration rest, boolean shortened) {
  /// What is written beside a reply that asked for more.
  static final String SHORTENED =
      " (asked for a longer rest than " + TryLater.LONGEST_REST.toHours() + " h, which it gets)";

  private static final Pattern SECONDS = Pattern.compile("\\d+");
  private static final int LONGEST_NUMBER = 9;

  /// Empty when the text is neither seconds nor a date.
  static Optional<RetryAfter> read(String header, Instant now) {
    String text = header.strip();
    if (SECONDS.matcher(text).matches()) {
      String digits = text.replaceFirst("^0+(?=\\d)", "");
      return Optional.of(
          of(
              digits.length() > LONGEST_NUMBER
                  ? Duration.ofDays(36_500)
                  : Duration.ofSeconds(Long.parseLong(digits))));
    }
    int year = now.atOffset(ZoneOffset.UTC).getYear();
    for (DateTimeFormatter form : forms(year)) {
      try {
        Instant until = LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC);
        return Optional.of(of(Duration.between(now, until)));
      } catch (DateTimeException anotherForm) {
        // The next one is tried.
      }
    }
    return Optional.empty();
  }

  private static RetryAfter of(Duration asked) {
    if (asked.isNegative()) {
      return new RetryAfter(Duration.ZERO, false);
    }
    return asked.compareTo(TryLater.LONGEST_REST) > 0
        ? new RetryAfter(TryLater.LONGEST_REST, true)
        : new RetryAfter(asked, false);
  }

  /// IMF-fixdate, RFC 850 and asctime. Two digits of a year mean one that is at most 50 years
  /// ahead.
  private static List<DateTimeFormatter> forms(int year) {
    return List.of(
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH),
        new DateTimeFormatterBuilder()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, year - 49)
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter(Locale.ENGLISH),
        DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH));
  }
}

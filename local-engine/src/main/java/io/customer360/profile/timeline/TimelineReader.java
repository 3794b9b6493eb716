package io.customer360.profile.timeline;

import io.customer360.lakehouse.Point;
import io.customer360.profile.lake.Cells;
import io.customer360.profile.search.Folding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The events of one customer from `gold.timeline`, which is sorted by customer and time, so that
/// one customer is one short run of rows. Filtering and trimming happen here: with a LIMIT the
/// database would read more, not less.
public final class TimelineReader {
  private static final int WEEKS = 52;

  private TimelineReader() {}

  /// All events up to `asOf`, oldest first. Events of one moment keep a fixed order.
  public static List<TimelineEntry> all(Connection connection, String customerId, Instant asOf)
      throws SQLException {
    List<TimelineEntry> entries =
        Point.list(
            connection,
            """
            select ts, domain, kind, channel, title, detail, amount, ref, tone, file, line
            from gold.timeline where customer_id = ? and ts <= ?
            """,
            TimelineReader::entry,
            customerId,
            asOf);
    entries.sort(TimelineReader::order);
    return entries;
  }

  public static int order(TimelineEntry a, TimelineEntry b) {
    int byTime = a.at().compareTo(b.at());
    if (byTime != 0) {
      return byTime;
    }
    int byDomain = a.domain().compareTo(b.domain());
    if (byDomain != 0) {
      return byDomain;
    }
    return key(a).compareTo(key(b));
  }

  private static String key(TimelineEntry entry) {
    return entry.kind()
        + '\0'
        + entry.ref()
        + '\0'
        + entry.title()
        + '\0'
        + entry.detail()
        + '\0'
        + entry.channel()
        + '\0'
        + entry.amount()
        + '\0'
        + entry.file()
        + '\0'
        + entry.line();
  }

  private static TimelineEntry entry(ResultSet row) throws SQLException {
    Instant at = Cells.time(row, "ts");
    String tone = row.getString("tone");
    String title = row.getString("title");
    String kind = row.getString("kind");
    return new TimelineEntry(
        at == null ? Instant.EPOCH : at,
        TimelineDomain.of(row.getString("domain")),
        kind == null ? "" : kind,
        Cells.text(row, "channel"),
        title == null ? "" : title,
        Cells.text(row, "detail"),
        Cells.money(row, "amount"),
        Cells.text(row, "ref"),
        tone == null ? Tone.NORMAL : Tone.valueOf(tone.toUpperCase(Locale.ROOT)),
        Cells.text(row, "file"),
        Cells.whole(row, "line"));
  }

  /// Newest first.
  public static List<TimelineEntry> filtered(
      List<TimelineEntry> oldestFirst, TimelineFilter filter, int limit) {
    List<TimelineEntry> result = new ArrayList<>();
    String sought = Folding.fold(filter.text().strip());
    Instant from = filter.from();
    Instant until = filter.until();
    for (TimelineEntry entry : oldestFirst.reversed()) {
      if (result.size() >= limit) {
        break;
      }
      if ((filter.domains().isEmpty() || filter.domains().contains(entry.domain()))
          && (from == null || !entry.at().isBefore(from))
          && (until == null || entry.at().isBefore(until))
          && (sought.isEmpty() || Folding.fold(searched(entry)).contains(sought))) {
        result.add(entry);
      }
    }
    return result;
  }

  private static String searched(TimelineEntry entry) {
    String detail = entry.detail();
    String ref = entry.ref();
    return entry.title()
        + '\n'
        + (detail == null ? "" : detail)
        + '\n'
        + (ref == null ? "" : ref)
        + '\n'
        + entry.kind();
  }

  public static List<WeekCount> weeks(List<TimelineEntry> entries, Instant asOf, ZoneId zone) {
    LocalDate first = firstWeek(asOf, zone);
    int[] events = new int[WEEKS];
    int[] bad = new int[WEEKS];
    for (TimelineEntry entry : entries) {
      long week = ChronoUnit.WEEKS.between(first, monday(entry.at(), zone));
      if (week >= 0 && week < WEEKS) {
        events[(int) week]++;
        bad[(int) week] += entry.tone() == Tone.BAD ? 1 : 0;
      }
    }
    List<WeekCount> result = new ArrayList<>(WEEKS);
    for (int i = 0; i < WEEKS; i++) {
      result.add(new WeekCount(first.plusWeeks(i), events[i], bad[i]));
    }
    return result;
  }

  /// The Monday the 52 weeks begin on.
  public static LocalDate firstWeek(Instant asOf, ZoneId zone) {
    return monday(asOf, zone).minusWeeks(WEEKS - 1L);
  }

  private static LocalDate monday(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}

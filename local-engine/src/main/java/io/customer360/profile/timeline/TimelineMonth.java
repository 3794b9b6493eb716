package io.customer360.profile.timeline;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// The entries of one month in a zone, in the order given.
public record TimelineMonth(YearMonth month, List<TimelineEntry> entries) {
  /// Groups entries that are already in time order (either direction).
  public static List<TimelineMonth> group(List<TimelineEntry> entries, ZoneId zone) {
    List<TimelineMonth> months = new ArrayList<>();
    for (TimelineEntry entry : entries) {
      YearMonth month = YearMonth.from(entry.at().atZone(zone));
      if (months.isEmpty() || !months.getLast().month().equals(month)) {
        months.add(new TimelineMonth(month, new ArrayList<>()));
      }
      months.getLast().entries().add(entry);
    }
    return months;
  }
}

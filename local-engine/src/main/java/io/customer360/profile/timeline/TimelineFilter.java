package io.customer360.profile.timeline;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What of a timeline to show. No domains means all; `text` looks in title, detail, kind and
/// reference without case and diacritics; `from` is inclusive, `until` exclusive.
public record TimelineFilter(
    Set<TimelineDomain> domains, String text, @Nullable Instant from, @Nullable Instant until) {
  public static final TimelineFilter ALL = new TimelineFilter(Set.of(), "", null, null);

  public TimelineFilter {
    domains = domains.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(domains));
  }

  public TimelineFilter withDomains(Set<TimelineDomain> chosen) {
    return new TimelineFilter(chosen, text, from, until);
  }

  public TimelineFilter withText(String sought) {
    return new TimelineFilter(domains, sought, from, until);
  }

  public TimelineFilter between(@Nullable Instant start, @Nullable Instant end) {
    return new TimelineFilter(domains, text, start, end);
  }
}

package io.customer360.profile;

import io.customer360.profile.timeline.JourneyStage;
import io.customer360.profile.timeline.TimelineEntry;
import io.customer360.profile.timeline.TimelineFilter;
import io.customer360.profile.timeline.WeekCount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One customer seen whole. Safe to call from any thread; nothing here belongs on a screen's
/// thread.
public interface Profiles extends AutoCloseable {
  /// People whose name, e-mail, id (`4711`, `C-004711`), phone or postcode begins with or resembles
  /// `text`, best first. Case, diacritics and small typos do not matter. Empty text gives nobody.
  List<ProfileHit> search(String text, int limit);

  /// These people in this order, as a list shows them: nothing is highlighted. Unknown ids are left
  /// out.
  default List<ProfileHit> people(List<String> customerIds) {
    return customerIds.stream()
        .flatMap(id -> profile(id).stream())
        .map(profile -> ProfileHit.of(profile.header()))
        .toList();
  }

  /// Builds the search index now, on the calling thread, if the data changed since it was built.
  void prepareSearch();

  /// Everything the profile screen shows but the timeline. An id that was merged into another gives
  /// the surviving customer.
  Optional<Profile> profile(String customerId);

  /// Events, newest first.
  List<TimelineEntry> timeline(String customerId, TimelineFilter filter, int limit);

  /// Event counts of the 52 weeks that end with the week of the data's today, oldest first, weeks
  /// without events included.
  List<WeekCount> weeks(String customerId);

  /// The stages of the same 52 weeks, in order and without gaps.
  List<JourneyStage> journey(String customerId);

  /// What the models say of the customer now and would have said on days of the last twelve weeks,
  /// by model and then the oldest first.
  List<ScorePoint> scoreHistory(String customerId);

  /// The unified context as of the data's today.
  Optional<UnifiedContext> context(String customerId);

  /// The unified context as it could have been known at `asOf`: nothing in it is later. Empty when
  /// the customer was not known then.
  Optional<UnifiedContext> context(String customerId, Instant asOf);

  /// The place of a customer among those of the same kind, ordered by margin at risk: `1 of 214
  /// at-risk`.
  Optional<Neighbours> neighbours(String customerId);

  @Override
  void close();
}

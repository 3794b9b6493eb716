package io.customer360.profile;

import io.customer360.profile.consent.ConsentCell;
import io.customer360.profile.timeline.TimelineEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What may be known of a customer at `asOf`: statistics, the last 20 events from oldest to newest,
/// scores with confidence, consents, segments, trust. Nothing in it is later than `asOf`. The same
/// data give the same bytes of [#toJson].
public record UnifiedContext(
    String customerId,
    Instant asOf,
    Person person,
    Statistics statistics,
    List<TimelineEntry> events,
    List<Score> scores,
    List<ConsentCell> consents,
    List<SegmentSince> segments,
    @Nullable Trust trust) {

  /// How many events a context holds.
  public static final int EVENTS = 20;

  public record Person(
      @Nullable String name,
      @Nullable String firstName,
      @Nullable String city,
      @Nullable String country,
      @Nullable String zone,
      boolean hasEmail,
      boolean hasPhone,
      boolean hasAddress,
      @Nullable LocalDate customerSince) {}

  /// Figures as of the context's moment; null where unknown.
  public record Statistics(
      @Nullable String lifecycle,
      @Nullable String valueTier,
      @Nullable String tier,
      @Nullable Long points,
      @Nullable Long pointsToNext,
      @Nullable LocalDate pointsExpireOn,
      long orders,
      long orders12m,
      BigDecimal revenue,
      BigDecimal revenue12m,
      BigDecimal margin,
      BigDecimal margin12m,
      @Nullable Instant firstOrderAt,
      @Nullable Instant lastOrderAt,
      @Nullable Integer daysSinceOrder,
      @Nullable Double usualGapDays,
      @Nullable String favouriteChannel,
      @Nullable String favouriteCategory,
      int lateDeliveries60d,
      int openTickets,
      @Nullable Integer lastRating,
      @Nullable Instant lastEmailOpenAt) {}

  public record Score(
      String model,
      double score,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double confidence,
      @Nullable String version,
      @Nullable Instant asOf) {}

  UnifiedContext with(List<TimelineEntry> events) {
    return new UnifiedContext(
        customerId, asOf, person, statistics, events, scores, consents, segments, trust);
  }

  public Optional<Score> score(String model) {
    return scores.stream().filter(score -> score.model().equals(model)).findFirst();
  }

  /// Canonical JSON (RFC 8785): sorted members, no white space, shortest numbers, UTC times.
  public String toJson() {
    return ContextJson.write(this);
  }
}

package io.customer360.profile;

import io.customer360.profile.consent.ConsentMatrix;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything the profile screen shows but the timeline. All seven domains are there, in order,
/// empty ones too.
public record Profile(
    ProfileHeader header,
    ProfileStats stats,
    Trust trust,
    List<DomainView> domains,
    List<ScoreView> scores,
    List<GoldenField> golden,
    List<SourceCount> sources,
    List<SourceRecord> records,
    ConsentMatrix consents,
    List<SegmentSince> segments,
    List<DecisionNote> decisions,
    Instant asOf) {

  public record SourceCount(String source, int records) {}

  public DomainView domain(Domain domain) {
    return domains.get(domain.ordinal());
  }

  public Optional<ScoreView> score(String model) {
    return scores.stream().filter(score -> score.model().equals(model)).findFirst();
  }
}

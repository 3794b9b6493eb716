package io.customer360.identity;

import io.customer360.identity.rules.MatchRule;
import java.util.List;

/// How the last run went: records in, customers out, links by rule, blocked identifiers, and how
/// many customers have 1, 2, 3-5, 6-10, 11 and more records.
public record IdentitySummary(
    long sourceRecords,
    long customers,
    List<RuleCount> links,
    long blockedIdentifiers,
    List<SizeBucket> sizes) {

  public record RuleCount(MatchRule rule, long records) {}

  public record SizeBucket(String records, long customers) {}
}

package io.customer360.identity.match;

import java.util.List;

/// How to match.
///
/// @param columns the columns to compare, empty for all that make sense
/// @param threshold the least probability of a link, above 0 and below 1
/// @param pairBudget how many pairs may be compared, 0 to choose by the number of records
/// @param maximumCluster the most records one cluster may hold
/// @param threads how many threads compare
/// @param seed of every random choice; the same seed gives the same result
public record MatchSettings(
    List<String> columns,
    double threshold,
    long pairBudget,
    int maximumCluster,
    OneToOne oneToOne,
    int threads,
    long seed) {
  /// Whether a record may have one partner at most, when two sources are linked.
  public enum OneToOne {
    YES,
    NO,
    /// Found out: yes unless partners of one record are duplicates of each other.
    DETECT
  }

  /// Links at one half and more.
  public static final double DEFAULT_THRESHOLD = 0.5;

  public static final MatchSettings DEFAULT =
      new MatchSettings(
          List.of(),
          DEFAULT_THRESHOLD,
          0,
          500,
          OneToOne.DETECT,
          Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())),
          20_240_601L);

  /// Checks the ranges.
  public MatchSettings {
    columns = List.copyOf(columns);
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("A threshold lies between 0 and 1, not at " + threshold);
    }
  }

  public MatchSettings withThreshold(double value) {
    return new MatchSettings(columns, value, pairBudget, maximumCluster, oneToOne, threads, seed);
  }

  public MatchSettings withColumns(List<String> chosen) {
    return new MatchSettings(
        chosen, threshold, pairBudget, maximumCluster, oneToOne, threads, seed);
  }

  public MatchSettings withSeed(long value) {
    return new MatchSettings(
        columns, threshold, pairBudget, maximumCluster, oneToOne, threads, value);
  }

  public MatchSettings withOneToOne(OneToOne value) {
    return new MatchSettings(columns, threshold, pairBudget, maximumCluster, value, threads, seed);
  }

  /// The budget for so many records: two hundred pairs a record, at least three and at most thirty
  /// million.
  long budgetFor(int records) {
    return pairBudget > 0 ? pairBudget : Math.clamp(200L * records, 3_000_000L, 30_000_000L);
  }
}

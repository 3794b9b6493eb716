package io.customer360.identity;

import io.customer360.fault.WorkbenchException;
import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.match.LinkModel;
import io.customer360.identity.match.LinkResult;
import io.customer360.identity.match.MatchSettings;
import io.customer360.identity.match.Matcher;
import io.customer360.identity.match.PairScorer;
import io.customer360.identity.match.ScoredPairs;
import io.customer360.identity.record.RecordTable;
import io.customer360.job.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The part of resolution that weighs: after what is certain has been joined, joins what is very
/// probable, surest first, and lists what a person should look at.
///
/// A probable pair joins two clusters only when the records of both, on the whole, do not speak
/// against it: the mean evidence over the pairs across them, without the prior, has to be positive.
/// So one look-alike record never pulls two well-known people together.
final class ProbableLinks {
  /// Records taken from each cluster to judge whether two clusters fit.
  private static final int FROM_EACH = 8;

  /// A cluster that probability alone would make larger than this is none.
  private static final int MOST_RECORDS = 200;

  private static final int MOST_TASKS = 20_000;

  /// A pair with the weights of its comparisons.
  record Found(int a, int b, boolean joined, double value, WeighedPair weighed) {}

  /// @param pairs joined pairs first, then those for review
  /// @param bridges probable pairs that were not followed
  record Outcome(LinkResult result, List<Found> pairs, int bridges) {}

  private final MatchThresholds thresholds;
  private final long seed;

  ProbableLinks(MatchThresholds thresholds, long seed) {
    this.thresholds = thresholds;
    this.seed = seed;
  }

  /// Empty when there is nothing to compare.
  Optional<Outcome> join(Connection connection, MatchForest forest, Progress progress)
      throws SQLException {
    RecordTable records = StagedPeople.read(connection);
    if (records.size() < 2) {
      return Optional.empty();
    }
    LinkResult result;
    try {
      result =
          new Matcher(MatchSettings.DEFAULT.withThreshold(thresholds.mergeFrom()).withSeed(seed))
              .link(records, progress);
    } catch (WorkbenchException nothingToCompare) {
      if (!nothingToCompare.code().equals("C360-IDT-005")) {
        throw nothingToCompare;
      }
      return Optional.empty();
    }
    return Optional.of(follow(result, forest));
  }

  private Outcome follow(LinkResult result, MatchForest forest) {
    PairScorer scorer = result.scorer();
    RecordComparator.Scratch scratch = scorer.comparator().scratch();
    ScoredPairs pairs = result.pairs();
    double merge = LinkModel.bits(thresholds.mergeFrom());
    double review = LinkModel.bits(thresholds.reviewFrom());
    List<Found> found = new ArrayList<>();
    int bridges = 0;
    int at = 0;
    for (; at < pairs.size() && pairs.weight(at) >= merge; at++) {
      int a = pairs.a(at);
      int b = pairs.b(at);
      if (forest.cluster(a) == forest.cluster(b)) {
        continue;
      }
      if (!fit(scorer, scratch, forest.members(a, FROM_EACH), forest.members(b, FROM_EACH))
          || forest.size(a) + forest.size(b) > MOST_RECORDS
          || !forest.join(a, b, MatchRule.PROBABLE)) {
        bridges++;
        continue;
      }
      found.add(new Found(a, b, true, 0, WeighedPair.of(scorer, a, b, scratch)));
    }
    review(pairs, review, forest, scorer, scratch, found);
    return new Outcome(result, found, bridges);
  }

  /// What is left between the thresholds, and what was not followed above: the best pair of each
  // two
  /// clusters, for a person.
  private static void review(
      ScoredPairs pairs,
      double from,
      MatchForest forest,
      PairScorer scorer,
      RecordComparator.Scratch scratch,
      List<Found> found) {
    Set<Long> asked = new HashSet<>();
    for (int at = 0; at < pairs.size() && pairs.weight(at) >= from; at++) {
      int a = pairs.a(at);
      int b = pairs.b(at);
      int rootA = forest.cluster(a);
      int rootB = forest.cluster(b);
      if (rootA == rootB || forest.apart(a, b)) {
        continue;
      }
      long key = ((long) Math.min(rootA, rootB) << 32) | Math.max(rootA, rootB);
      if (asked.size() < MOST_TASKS && asked.add(key)) {
        WeighedPair weighed = WeighedPair.of(scorer, a, b, scratch);
        double value =
            entropy(weighed.probability())
                * (1 + Math.log(forest.size(a) + (double) forest.size(b)));
        found.add(new Found(a, b, false, value, weighed));
      }
    }
  }

  /// Bits of uncertainty a verdict removes: 1 at one half, 0 where it is certain.
  private static double entropy(double p) {
    return p <= 0 || p >= 1 ? 0 : -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);
  }

  private static boolean fit(
      PairScorer scorer, RecordComparator.Scratch scratch, int[] left, int[] right) {
    double sum = 0;
    for (int a : left) {
      for (int b : right) {
        sum += scorer.weight(a, b, scratch) - scorer.model().priorBits();
      }
    }
    return sum > 0;
  }
}

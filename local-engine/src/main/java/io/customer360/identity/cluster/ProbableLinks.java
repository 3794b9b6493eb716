package io.customer360.identity.cluster;

import io.customer360.identity.compare.RecordComparator;
import io.customer360.identity.group.UnionFind;
import io.customer360.identity.match.Explainer;
import io.customer360.identity.match.LinkModel;
import io.customer360.identity.match.PairExplanation;
import io.customer360.identity.match.PairScorer;
import io.customer360.identity.match.ScoredPairs;
import io.customer360.identity.rules.MatchRule;
import io.customer360.identity.rules.MatchThresholds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The part of resolution that weighs: after what is certain has been joined, joins what is very
/// probable, surest first, and lists what a person should look at.
///
/// A probable pair joins two clusters only when the records of both, on the whole, do not speak
/// against it: the mean evidence over the pairs across them, without the prior, has to be positive.
/// So one look-alike record never pulls two well-known people together. Nor does it join two that
/// each have identifiers of their own, see [OwnIdentifiers].
public final class ProbableLinks {
  /// Records taken from each cluster to judge whether two clusters fit.
  private static final int FROM_EACH = 8;

  /// Records taken from each to see what it has of its own.
  private static final int OF_EACH = 40;

  /// Comparisons that have to have two values before a person could tell more than the model.
  private static final int LEAST_KNOWN = 3;

  /// What became of a pair of two clusters.
  enum State {
    JOINED,
    /// Waits for a person: the likeliest partner of the smaller of the two customers.
    REVIEW,
    /// Would wait if the likeliest partner of the smaller one were not another.
    RIVAL,
    /// Hardly more than a name is known of both, and it agrees: nobody could tell.
    UNTELLABLE;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param value expected number of records that find their customer by the answer: the
  ///     probability times the records of the smaller customer; 0 where nothing is asked
  record Found(int a, int b, State state, double value, double bits, String reason) {
    double probability() {
      return LinkModel.probability(bits);
    }
  }

  private final MatchThresholds thresholds;

  public ProbableLinks(MatchThresholds thresholds) {
    this.thresholds = thresholds;
  }

  public MatchThresholds thresholds() {
    return thresholds;
  }

  /// Joins and lists.
  ///
  /// @param sources by record the number of its source
  /// @param reach is told of every pair that can matter to what becomes of its records
  List<Found> follow(Weigher.Weighed weighed, MatchForest forest, int[] sources, UnionFind reach) {
    PairScorer scorer = weighed.scorer();
    RecordComparator.Scratch scratch = scorer.comparator().scratch();
    Explainer explainer =
        new Explainer(weighed.records(), scorer, thresholds.mergeFrom(), Labels::inSentence);
    OwnIdentifiers own = new OwnIdentifiers(weighed.records(), sources);
    ScoredPairs pairs = weighed.pairs();
    double merge = LinkModel.bits(thresholds.mergeFrom());
    List<Found> found = new ArrayList<>();
    for (int at = 0; at < pairs.size() && pairs.weight(at) >= merge; at++) {
      int a = pairs.a(at);
      int b = pairs.b(at);
      if (!forest.joinedOwn(a, b)
          && fit(scorer, scratch, forest.ownMembers(a, FROM_EACH), forest.ownMembers(b, FROM_EACH))
          && !own.differ(forest.ownMembers(a, OF_EACH), forest.ownMembers(b, OF_EACH))
          && forest.join(a, b, MatchRule.PROBABLE)) {
        PairExplanation why = explainer.explain(a, b);
        found.add(new Found(a, b, State.JOINED, 0, why.weight(), why.reason()));
      }
    }
    review(pairs, forest, explainer, reach, found);
    return found;
  }

  /// What is left between the thresholds, and what was not followed above: the best pair of each
  /// two clusters.
  private void review(
      ScoredPairs pairs,
      MatchForest forest,
      Explainer explainer,
      UnionFind reach,
      List<Found> found) {
    double from = LinkModel.bits(thresholds.reviewFrom());
    Set<Long> seen = new HashSet<>();
    Map<Integer, Integer> asked = new HashMap<>();
    for (int at = 0; at < pairs.size() && pairs.weight(at) >= from; at++) {
      int a = pairs.a(at);
      int b = pairs.b(at);
      reach.union(a, b);
      int rootA = forest.cluster(a);
      int rootB = forest.cluster(b);
      if (rootA == rootB || forest.apart(a, b)) {
        continue;
      }
      long key = ((long) Math.min(rootA, rootB) << 32) | Math.max(rootA, rootB);
      if (!seen.add(key)) {
        continue;
      }
      PairExplanation why = explainer.explain(a, b);
      boolean firstSmaller =
          forest.size(a) < forest.size(b) || (forest.size(a) == forest.size(b) && rootA > rootB);
      int smaller = firstSmaller ? rootA : rootB;
      State state = State.REVIEW;
      if (!tellable(why)) {
        state = State.UNTELLABLE;
      } else if (asked.putIfAbsent(smaller, at) != null) {
        state = State.RIVAL;
      }
      double value =
          state == State.REVIEW ? why.probability() * Math.min(forest.size(a), forest.size(b)) : 0;
      found.add(new Found(a, b, state, value, why.weight(), why.reason()));
    }
  }

  /// Whether there is anything to look at beside a name that agrees.
  private static boolean tellable(PairExplanation why) {
    long known =
        why.bars().stream()
            .filter(
                bar ->
                    bar.standing() != PairExplanation.Standing.MISSING
                        && bar.standing() != PairExplanation.Standing.NONE)
            .count();
    return known >= LEAST_KNOWN;
  }

  private static boolean fit(
      PairScorer scorer, RecordComparator.Scratch scratch, int[] left, int[] right) {
    double sum = 0;
    for (int a : left) {
      for (int b : right) {
        sum += scorer.weight(a, b, scratch) - scorer.startBits();
      }
    }
    return sum > 0;
  }
}

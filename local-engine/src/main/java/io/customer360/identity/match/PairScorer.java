package io.customer360.identity.match;

import io.customer360.identity.compare.RecordComparator;
import org.jspecify.annotations.Nullable;

/// A model bound to the records it was learned on, or to others. Immutable; threads bring their own
/// scratch.
public final class PairScorer {
  private static final int BITS = 4;
  private static final int LEVEL = 15;
  private static final int TABLE = 1 << (2 * BITS);

  private final RecordComparator comparator;
  private final LinkModel model;
  private final TermBits terms;
  private final Calibration calibration;
  private final boolean taught;

  /// The model's sums by comparison and `level of its parent << 4 | level`: what every pair asks
  /// for.
  private final double[][] match;

  private final double @Nullable [][] kin;
  private final double[][] rarity;
  private final boolean[] shared;
  private final int[] parents;

  PairScorer(RecordComparator comparator, LinkModel model, TermBits terms) {
    this(comparator, model, terms, Calibration.none(model.comparisons().size()));
  }

  private PairScorer(
      RecordComparator comparator, LinkModel model, TermBits terms, Calibration calibration) {
    this.comparator = comparator;
    this.model = model;
    this.terms = terms;
    this.calibration = calibration;
    this.taught = !calibration.equals(Calibration.none(model.comparisons().size()));
    int n = model.comparisons().size();
    match = new double[n][TABLE];
    kin = model.hasKin() ? new double[n][TABLE] : null;
    rarity = new double[n][TABLE];
    shared = new boolean[n];
    parents = new int[n];
    for (int i = 0; i < n; i++) {
      LinkModel.ComparisonModel c = model.comparisons().get(i);
      parents[i] = c.parent();
      shared[i] = model.sharedByKin(i);
      for (int at = 0; at < TABLE; at++) {
        fill(i, c, at);
      }
    }
  }

  private void fill(int i, LinkModel.ComparisonModel c, int at) {
    int level = at & LEVEL;
    if (level > c.labels().size()) {
      return;
    }
    int state = model.stateOf(c.parent(), at >>> BITS);
    match[i][at] = c.weights()[state][level];
    rarity[i][at] = terms.counts(i, state) ? terms.weight(i, level) : 0;
    if (kin != null) {
      kin[i][at] = model.kinWeight(i, state, level);
    }
  }

  private int at(long pattern, int comparison) {
    int parent = parents[comparison];
    int level = RecordComparator.level(pattern, comparison);
    return parent < 0 ? level : RecordComparator.level(pattern, parent) << BITS | level;
  }

  /// The same model on the same records, taught otherwise.
  public PairScorer with(Calibration other) {
    return new PairScorer(comparator, model, terms, other);
  }

  public LinkModel model() {
    return model;
  }

  public RecordComparator comparator() {
    return comparator;
  }

  public Calibration calibration() {
    return calibration;
  }

  /// Where the bars of every pair begin: the prior's weight and what was taught of it, in bits.
  public double startBits() {
    return model.priorBits() + calibration.shift();
  }

  /// The total weight of two rows in bits, prior included.
  public double weight(int a, int b, RecordComparator.Scratch scratch) {
    return weight(comparator.pattern(a, b, scratch), a, b);
  }

  /// The same for a pattern that is already known.
  double weight(long pattern, int a, int b) {
    return bare(pattern, a, b) - kinPenalty(pattern, a, b);
  }

  /// The odds of one person against strangers, in bits: what a pair weighs at most.
  double bare(long pattern, int a, int b) {
    if (taught) {
      return taughtBare(pattern, a, b);
    }
    double sum = model.priorBits();
    for (int i = 0; i < match.length; i++) {
      int at = at(pattern, i);
      sum += match[i][at];
      double share = rarity[i][at];
      if (share != 0) {
        sum += share * terms.rarity(i, a, b);
      }
    }
    return sum;
  }

  private double taughtBare(long pattern, int a, int b) {
    double sum = startBits();
    for (int i = 0; i < match.length; i++) {
      sum += weight(pattern, i, a, b);
    }
    return sum;
  }

  /// The odds of kin against strangers, in bits.
  double kin(long pattern, int a, int b) {
    double[][] table = kin;
    if (table == null) {
      return Double.NEGATIVE_INFINITY;
    }
    double sum = model.kinBits();
    for (int i = 0; i < table.length; i++) {
      if (shared[i]) {
        int at = at(pattern, i);
        sum += table[i][at];
        double share = rarity[i][at];
        if (share != 0) {
          sum += share * terms.rarity(i, a, b);
        }
      }
    }
    return sum;
  }

  /// What is taken off a pair's weight because the two may be people of one home, in bits, at
  /// least 0.
  public double kinPenalty(long pattern, int a, int b) {
    double kin = kin(pattern, a, b);
    return kin < -30 ? 0 : kin > 50 ? kin : LinkModel.log2(1 + Math.exp(kin * LinkModel.LN2));
  }

  /// One comparison's weight in a pair, the rarity of the value and what was taught included.
  public double weight(long pattern, int comparison, int a, int b) {
    int level = RecordComparator.level(pattern, comparison);
    double weight = model.weight(pattern, comparison);
    double whole =
        terms.counts(comparison, model.state(pattern, comparison))
            ? weight + terms.bits(comparison, level, a, b)
            : weight;
    return taught ? calibration.taught(comparison, whole) : whole;
  }
}

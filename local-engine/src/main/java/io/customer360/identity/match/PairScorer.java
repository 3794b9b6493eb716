package io.customer360.identity.match;

import io.customer360.identity.compare.RecordComparator;

/// A model bound to the records it was learned on, or to others. Immutable; threads bring their own
/// scratch.
public final class PairScorer {
  private final RecordComparator comparator;
  private final LinkModel model;
  private final TermBits terms;
  private final Calibration calibration;
  private final boolean taught;

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

  /// The odds of one person against strangers, in bits.
  double bare(long pattern, int a, int b) {
    if (!taught) {
      return model.weight(pattern) + terms.bits(model, pattern, a, b);
    }
    double sum = startBits();
    for (int i = 0; i < model.comparisons().size(); i++) {
      sum += weight(pattern, i, a, b);
    }
    return sum;
  }

  /// The odds of kin against strangers, in bits.
  double kin(long pattern, int a, int b) {
    return model.hasKin()
        ? model.kinWeight(pattern) + terms.kinBits(model, pattern, a, b)
        : Double.NEGATIVE_INFINITY;
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

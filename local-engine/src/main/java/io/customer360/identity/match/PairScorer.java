package io.customer360.identity.match;

import io.customer360.identity.compare.RecordComparator;

/// A model bound to the records it was learned on. Immutable; threads bring their own scratch.
public final class PairScorer {
  private final RecordComparator comparator;
  private final LinkModel model;
  private final TermBits terms;

  PairScorer(RecordComparator comparator, LinkModel model, TermBits terms) {
    this.comparator = comparator;
    this.model = model;
    this.terms = terms;
  }

  public LinkModel model() {
    return model;
  }

  public RecordComparator comparator() {
    return comparator;
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
    return model.weight(pattern) + terms.bits(model, pattern, a, b);
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

  /// One comparison's weight in a pair, the rarity of the value included.
  public double weight(long pattern, int comparison, int a, int b) {
    int level = RecordComparator.level(pattern, comparison);
    double weight = model.weight(pattern, comparison);
    return terms.counts(comparison, model.state(pattern, comparison))
        ? weight + terms.bits(comparison, level, a, b)
        : weight;
  }
}
